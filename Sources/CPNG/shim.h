#include <png.h>
#include <setjmp.h>
#include <stdbool.h>

/// What libpng is told about a picture besides its pixels.
struct PNGForm {
    png_uint_32 width, height;
    int colorType;
    /// 0 leaves it unsaid.
    png_uint_32 pixelsPerMetre;
    int paletteCount, alphaCount;
    /// Bytes of the rows, packed: the data of IDAT.
    png_size_t packedCount;
};

static inline void png_stop(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static inline void png_pass(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static inline void png_comment(
    png_structp png, png_infop info, png_const_charp key, const unsigned char *text, bool utf8) {
    png_text entry = {0};
    entry.compression = utf8 ? PNG_ITXT_COMPRESSION_NONE : PNG_TEXT_COMPRESSION_NONE;
    entry.key = (png_charp)key;
    entry.text = (png_charp)text;
    entry.lang = (png_charp) "";
    entry.lang_key = (png_charp) "";
    if (text[0]) png_set_text(png, info, &entry, 1);
}

/// Writes a whole picture through `write`; false where libpng gave up.
///
/// libpng reports an error by longjmp, which must not cross a frame of Swift's. So all of the talk
/// with it is in this one function, and `write` may not call back into it.
static inline __attribute__((noinline)) bool png_write_picture(
    struct PNGForm form, const unsigned char *packed, const png_color *palette,
    const unsigned char *alpha, const unsigned char *title, bool titleIsUTF8,
    const unsigned char *description, bool descriptionIsUTF8, void *sink, png_rw_ptr write) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, png_stop, png_pass);
    if (!png) return false;
    png_infop info = png_create_info_struct(png);
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, sink, write, NULL);
    png_set_IHDR(
        png, info, form.width, form.height, 8, form.colorType, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (form.paletteCount) png_set_PLTE(png, info, palette, form.paletteCount);
    if (form.alphaCount) png_set_tRNS(png, info, alpha, form.alphaCount, NULL);
    if (form.pixelsPerMetre)
        png_set_pHYs(
            png, info, form.pixelsPerMetre, form.pixelsPerMetre, PNG_RESOLUTION_METER);
    png_comment(png, info, "Title", title, titleIsUTF8);
    png_comment(png, info, "Description", description, descriptionIsUTF8);
    png_write_info(png, info);
    png_write_chunk(png, (png_const_bytep) "IDAT", packed, form.packedCount);
    // png_write_end would look for rows that libpng has packed itself.
    png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
    png_destroy_write_struct(&png, &info);
    return true;
}
