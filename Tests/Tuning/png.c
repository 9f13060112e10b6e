// What each setting of zlib costs and saves, for a picture that `plot` has drawn:
//
//     cc -O2 -o /tmp/tuning Tests/Tuning/png.c -lpng -lz && /tmp/tuning picture.png [rgb]
//
// Each encoding runs in a process of its own, so that the page faults of deflate's memory count as
// they do in a CGI program. Prints the lower quartile of the time in microseconds, and bytes.

#define _GNU_SOURCE
#include "../../Sources/CPNG/shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

struct Sink {
    size_t count;
    unsigned char bytes[1 << 20];
};
static struct Sink sink;

static void take(png_structp png, png_bytep bytes, size_t count) {
    struct Sink *sink = png_get_io_ptr(png);
    if (sink->count + count <= sizeof sink->bytes) memcpy(sink->bytes + sink->count, bytes, count);
    sink->count += count;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    bool rgb = count > 2;
    FILE *file = fopen(arguments[1], "rb");
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, file);
    png_read_info(png, info);
    if (rgb) {
        png_set_expand(png);
        png_set_filler(png, 255, PNG_FILLER_BEFORE);
        png_set_bgr(png);
    } else {
        png_set_packing(png);
    }
    png_read_update_info(png, info);
    struct PNGForm form = {0};
    form.width = png_get_image_width(png, info);
    form.height = png_get_image_height(png, info);
    form.stride = png_get_rowbytes(png, info);
    form.colorType = rgb ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_PALETTE;
    png_colorp palette = NULL;
    if (!rgb) png_get_PLTE(png, info, &palette, &form.paletteCount);
    unsigned char *pixels = malloc(form.stride * form.height);
    for (png_uint_32 y = 0; y < form.height; y++)
        png_read_row(png, pixels + y * form.stride, NULL);

    static const struct { const char *name; int strategy, level; } ways[] = {
        {"default 1", Z_DEFAULT_STRATEGY, 1}, {"default 2", Z_DEFAULT_STRATEGY, 2},
        {"default 3", Z_DEFAULT_STRATEGY, 3}, {"default 4", Z_DEFAULT_STRATEGY, 4},
        {"default 6", Z_DEFAULT_STRATEGY, 6}, {"default 9", Z_DEFAULT_STRATEGY, 9},
        {"filtered 1", Z_FILTERED, 1}, {"filtered 4", Z_FILTERED, 4}, {"filtered 6", Z_FILTERED, 6},
        {"rle", Z_RLE, 1}, {"huffman only", Z_HUFFMAN_ONLY, 1}, {"fixed 1", Z_FIXED, 1},
    };
    static const struct { const char *name; int filters; } filters[] = {
        {"none", PNG_FILTER_NONE}, {"sub", PNG_FILTER_SUB}, {"up", PNG_FILTER_UP}};
    static const struct { int memory, window; } rooms[] = {{8, 15}, {6, 15}, {6, 13}};
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++)
        for (size_t filter = 0; filter < 3; filter++)
            for (size_t room = 0; room < sizeof rooms / sizeof *rooms; room++) {
                form.strategy = ways[way].strategy;
                form.level = ways[way].level;
                form.filters = filters[filter].filters;
                form.memoryLevel = rooms[room].memory;
                form.windowBits = rooms[room].window;
                double times[31];
                double bytes = 0;
                for (int run = 0; run < 31; run++) {
                    int ends[2];
                    if (pipe(ends)) return 1;
                    if (fork() == 0) {
                        double start = now();
                        png_write_picture(
                            form, pixels, palette, NULL, (const unsigned char *)"", false,
                            (const unsigned char *)"", false, &sink, take);
                        double result[2] = {now() - start, sink.count};
                        _exit(write(ends[1], result, sizeof result) < 0);
                    }
                    double result[2];
                    if (read(ends[0], result, sizeof result) < 0) return 1;
                    close(ends[0]);
                    close(ends[1]);
                    wait(NULL);
                    times[run] = result[0];
                    bytes = result[1];
                }
                qsort(times, 31, sizeof *times, ascending);
                printf(
                    "%-13s %-5s memory %d window %2d %6.0f us %7.0f bytes\n", ways[way].name,
                    filters[filter].name, form.memoryLevel, form.windowBits, times[7], bytes);
            }
}
