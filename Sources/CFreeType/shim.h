#include <ft2build.h>
#include <freetype/freetype.h>
#include <freetype/ftadvanc.h>
#include <freetype/ftmodapi.h>
#include <freetype/ftoutln.h>
#include <freetype/tttables.h>
#include <stdlib.h>

// What FT_Init_FreeType registers, and public headers do not declare.
extern const FT_Module_Class sfnt_module_class, psaux_module_class, psnames_module_class,
    cff_driver_class, tt_driver_class;

static inline void *allocate(FT_Memory memory, long size) { return malloc(size); }
static inline void release(FT_Memory memory, void *block) { free(block); }
static inline void *resize(FT_Memory memory, long before, long size, void *block) {
    return realloc(block, size);
}

/// A library that opens TrueType and OpenType fonts and hands out their outlines as they were drawn.
/// Leaving out what else FreeType can do saves start-up time. FT_Done_Library closes it.
static inline FT_Error openOutlineLibrary(FT_Library *library) {
    static struct FT_MemoryRec_ memory = {NULL, allocate, release, resize};
    // Each of them after those that it looks up when it is registered.
    static const FT_Module_Class *const modules[] = {
        &sfnt_module_class, &psnames_module_class, &psaux_module_class,
        &cff_driver_class,  &tt_driver_class,
    };
    FT_Error error = FT_New_Library(&memory, library);
    for (size_t i = 0; !error && i < sizeof modules / sizeof *modules; i++)
        error = FT_Add_Module(*library, modules[i]);
    return error;
}
