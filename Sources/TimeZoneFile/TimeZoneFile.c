#include "TimeZoneFile.h"

// Where Debian's package tzdata puts it.
const unsigned char timeZoneFile[] = {
#embed "/usr/share/zoneinfo/tzdata.zi"
};
const size_t timeZoneFileSize = sizeof timeZoneFile;
