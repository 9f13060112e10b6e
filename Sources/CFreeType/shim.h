#include <ft2build.h>
#include <freetype/freetype.h>
#include <freetype/ftadvanc.h>
#include <freetype/ftmodapi.h>
#include <freetype/ftoutln.h>
#include <freetype/tttables.h>
