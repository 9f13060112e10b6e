#pragma once

#include <stddef.h>

/// A file that lies in the program as it lay on the disk of the machine that built it.
struct EmbeddedFile {
    const unsigned char *bytes;
    size_t count;
};

extern const struct EmbeddedFile fontInterRegular;
extern const struct EmbeddedFile fontInterSemiBold;
extern const struct EmbeddedFile fontLiberationSansRegular;
extern const struct EmbeddedFile fontLiberationSansBold;
extern const struct EmbeddedFile fontDejaVuSans;
