// What each setting of zlib costs and saves, for a picture that `plot` has drawn:
//
//     cc -O2 -o /tmp/tuning Tests/Tuning/png.c -lpng -lz && /tmp/tuning picture.png [rgb]
//
// Each packing runs in a process of its own, so that the page faults of deflate's memory count as
// they do in a CGI program. Prints the lower quartile of the time in microseconds, and bytes.

#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// All rows of a picture, each behind a byte for its filter, from first to last.
struct rows {
    unsigned char *bytes;
    size_t count;
};

static struct rows read_rows(const char *path, bool rgb) {
    FILE *file = fopen(path, "rb");
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, file);
    png_read_info(png, info);
    if (rgb) png_set_expand(png);
    png_set_packing(png);
    png_read_update_info(png, info);
    size_t stride = png_get_rowbytes(png, info) + 1, height = png_get_image_height(png, info);
    struct rows rows = {calloc(stride, height), stride * height};
    for (size_t y = 0; y < height; y++) png_read_row(png, rows.bytes + y * stride + 1, NULL);
    fclose(file);
    return rows;
}

// As Sources/Encoding/PNG+Rows.swift does it, with a flush after so many bytes; 0 for none.
static size_t pack(struct rows rows, int strategy, int level, int memory, size_t piece) {
    static unsigned char out[1 << 24];
    z_stream stream = {.next_out = out, .avail_out = sizeof out};
    if (deflateInit2(&stream, level, Z_DEFLATED, -15, memory, strategy) != Z_OK) exit(1);
    for (size_t at = 0; at < rows.count;) {
        stream.next_in = rows.bytes + at;
        stream.avail_in = piece && piece < rows.count - at ? piece : rows.count - at;
        at += stream.avail_in;
        if (deflate(&stream, at < rows.count ? Z_FULL_FLUSH : Z_FINISH) < 0) exit(1);
    }
    deflateEnd(&stream);
    return stream.total_out;
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    struct rows rows = read_rows(arguments[1], count > 2);
    static const struct { const char *name; int strategy, level; } ways[] = {
        {"default 1", Z_DEFAULT_STRATEGY, 1}, {"default 2", Z_DEFAULT_STRATEGY, 2},
        {"default 3", Z_DEFAULT_STRATEGY, 3}, {"default 4", Z_DEFAULT_STRATEGY, 4},
        {"default 6", Z_DEFAULT_STRATEGY, 6}, {"default 9", Z_DEFAULT_STRATEGY, 9},
        {"filtered 1", Z_FILTERED, 1}, {"filtered 4", Z_FILTERED, 4}, {"filtered 6", Z_FILTERED, 6},
        {"rle", Z_RLE, 1}, {"huffman only", Z_HUFFMAN_ONLY, 1}, {"fixed 1", Z_FIXED, 1},
    };
    static const struct { int memory; size_t piece; } rooms[] = {
        {8, 0}, {6, 0}, {9, 64000}, {8, 64000}, {6, 64000}, {4, 64000}};
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++)
        for (size_t room = 0; room < sizeof rooms / sizeof *rooms; room++) {
            double times[31], bytes = 0;
            for (int run = 0; run < 31; run++) {
                int ends[2];
                if (pipe(ends)) return 1;
                if (fork() == 0) {
                    double start = now();
                    size_t packed = pack(
                        rows, ways[way].strategy, ways[way].level, rooms[room].memory,
                        rooms[room].piece);
                    double result[2] = {now() - start, packed};
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
                "%-13s memory %d flush %5zu %6.0f us %7.0f bytes\n", ways[way].name,
                rooms[room].memory, rooms[room].piece, times[7], bytes);
        }
}
