#include "TimeZoneFile.h"

// Where Debian's package tzdata puts it.
static const unsigned char text[] = {
#embed "/usr/share/zoneinfo/tzdata.zi"
};
const unsigned char *const timeZoneFile = text;
const size_t timeZoneFileSize = sizeof text;
