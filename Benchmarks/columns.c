// The yardstick for large data: reads a file of two columns in one pass, as straightforward C does it,
// draws the line through them and answers a PNG.
//
//   cc -O2 -static columns.c -lpng16 -lz -lm -o columns; columns FILE

#include <err.h>
#include <fcntl.h>
#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { width = 800, height = 400, left = 50, right = 16, top = 16, bottom = 36 };

static struct {
    double *x, *y;
    size_t count, room;
} rows;
static unsigned char pixels[height][width];

static void add(double x, double y) {
    if (rows.count == rows.room) {
        rows.room = rows.room ? 2 * rows.room : 1024;
        rows.x = realloc(rows.x, rows.room * sizeof(double));
        rows.y = realloc(rows.y, rows.room * sizeof(double));
        if (!rows.x || !rows.y)
            err(1, NULL);
    }
    rows.x[rows.count] = x;
    rows.y[rows.count++] = y;
}

// A plain decimal number; its end goes to `next`.
static double number(const char *text, const char **next) {
    static const double powers[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const int isNegative = *text == '-';
    text += isNegative;
    long digits = 0;
    int places = 0;
    for (; *text >= '0' && *text <= '9'; text++)
        digits = digits * 10 + (*text - '0');
    if (*text == '.')
        for (text++; *text >= '0' && *text <= '9'; text++, places++)
            digits = digits * 10 + (*text - '0');
    *next = text;
    const double value = digits / powers[places < 15 ? places : 15];
    return isNegative ? -value : value;
}

static void readRows(const char *path) {
    const int file = open(path, O_RDONLY);
    struct stat facts;
    if (file < 0 || fstat(file, &facts))
        err(1, "%s", path);
    char *text = malloc(facts.st_size + 1);
    if (!text)
        err(1, NULL);
    size_t size = 0;
    for (ssize_t more; (more = read(file, text + size, facts.st_size - size)) > 0;)
        size += more;
    text[size] = 0;
    const char *place = strchr(text, '\n');
    for (place = place ? place + 1 : text + size; *place;) {
        const double x = number(place, &place);
        if (*place == ',')
            place++;
        const double y = number(place, &place);
        add(x, y);
        while (*place && *place++ != '\n')
            ;
    }
    free(text);
}

// Bresenham's line, upright pieces as one run.
static void draw(int x0, int y0, int x1, int y1) {
    const int dx = abs(x1 - x0), dy = -abs(y1 - y0);
    const int sx = x0 < x1 ? 1 : -1, sy = y0 < y1 ? 1 : -1;
    for (int error = dx + dy;;) {
        pixels[y0][x0] = 1;
        if (x0 == x1 && y0 == y1)
            return;
        const int twice = 2 * error;
        if (twice >= dy)
            error += dy, x0 += sx;
        if (twice <= dx)
            error += dx, y0 += sy;
    }
}

static void drawRows(void) {
    double low = INFINITY, high = -INFINITY, first = INFINITY, last = -INFINITY;
    for (size_t i = 0; i < rows.count; i++) {
        low = fmin(low, rows.y[i]);
        high = fmax(high, rows.y[i]);
        first = fmin(first, rows.x[i]);
        last = fmax(last, rows.x[i]);
    }
    const double across = (width - left - right - 1) / (last > first ? last - first : 1);
    const double up = (height - top - bottom - 1) / (high > low ? high - low : 1);
    int x0 = 0, y0 = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const int x = left + (rows.x[i] - first) * across;
        const int y = height - bottom - 1 - (rows.y[i] - low) * up;
        if (i)
            draw(x0, y0, x, y);
        x0 = x;
        y0 = y;
    }
}

static void answer(void) {
    static const png_color colors[] = {{255, 255, 255}, {59, 92, 196}};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)))
        errx(1, "png");
    printf("Content-Type: image/png\n\n");
    png_init_io(png, stdout);
    png_set_compression_level(png, 1);
    png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, colors, 2);
    png_write_info(png, info);
    for (int y = 0; y < height; y++)
        png_write_row(png, pixels[y]);
    png_write_end(png, NULL);
}

int main(int argc, char **arguments) {
    if (argc != 2)
        errx(2, "columns FILE");
    readRows(arguments[1]);
    drawRows();
    answer();
    return 0;
}
