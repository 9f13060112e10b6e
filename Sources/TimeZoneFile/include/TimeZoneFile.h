#pragma once

#include <stddef.h>

/// The rules of all time zones in the compact text form of the time zone compiler (zic(8)).
extern const unsigned char *const timeZoneFile;
extern const size_t timeZoneFileSize;
