#include "FontFiles.h"

// Where Debian's packages fonts-inter, fonts-liberation2 and fonts-dejavu-core put their files.
static const unsigned char interRegular[] = {
#embed "/usr/share/fonts/opentype/inter/Inter-Regular.otf"
};
static const unsigned char interSemiBold[] = {
#embed "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"
};
static const unsigned char liberationSansRegular[] = {
#embed "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"
};
static const unsigned char liberationSansBold[] = {
#embed "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"
};
static const unsigned char dejaVuSans[] = {
#embed "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
};

const struct EmbeddedFile fontInterRegular = {interRegular, sizeof interRegular};
const struct EmbeddedFile fontInterSemiBold = {interSemiBold, sizeof interSemiBold};
const struct EmbeddedFile fontLiberationSansRegular = {
    liberationSansRegular, sizeof liberationSansRegular};
const struct EmbeddedFile fontLiberationSansBold = {liberationSansBold, sizeof liberationSansBold};
const struct EmbeddedFile fontDejaVuSans = {dejaVuSans, sizeof dejaVuSans};
