#include "PNGCommon.h"
#include "PNGShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Brightness (ITU-R BT.601), but 0 for nothing but black and 255 for nothing but white.
static uint8_t brightness(unsigned red, unsigned green, unsigned blue) {
    if ((red | green | blue) == 0) return 0;
    if ((red & green & blue) == 255) return 255;
    unsigned value = (red * 299 + green * 587 + blue * 114 + 500) / 1000;
    return value == 0 ? 1 : value == 255 ? 254 : (uint8_t)value;
}

// The brightness of every sample value.
static void fill_table(png_structp png, png_infop info, int colour, int depth, uint8_t table[256]) {
    if (colour == PNG_COLOR_TYPE_PALETTE) {
        png_colorp entries = NULL;
        int count = 0;
        if (!png_get_PLTE(png, info, &entries, &count)) png_error(png, "no palette");
        for (int i = 0; i < count; i++) {
            table[i] = brightness(entries[i].red, entries[i].green, entries[i].blue);
        }
    } else {
        int last = (1 << depth) - 1;
        for (int i = 0; i <= last; i++) table[i] = (uint8_t)(i * 255 / last);
    }
}

// The pixels from `x` to before `end` of a row of RGB, or of samples of `depth` bits.
static uint8_t *unpack(const uint8_t *row, uint32_t x, uint32_t end, int is_rgb, int depth,
                       const uint8_t table[256], uint8_t *out) {
    for (; is_rgb && x < end; x++) {
        const uint8_t *sample = row + 3 * (size_t)x;
        *out++ = brightness(sample[0], sample[1], sample[2]);
    }
    // The usual kind, two pixels to a byte.
    if (depth == 4 && x < end && x % 2 == 1) *out++ = table[row[x++ / 2] & 15];
    for (; depth == 4 && x + 1 < end; x += 2) {
        *out++ = table[row[x / 2] >> 4];
        *out++ = table[row[x / 2] & 15];
    }
    for (; x < end; x++) {
        size_t bit = (size_t)x * (size_t)depth;
        *out++ = table[row[bit / 8] >> (8 - depth - (int)(bit % 8)) & ((1 << depth) - 1)];
    }
    return out;
}

int onecard_png_read_brightness(const uint8_t *bytes, size_t count, uint32_t longest_side,
                                uint32_t x, uint32_t y, uint32_t window_width, uint32_t window_height,
                                uint8_t *pixels, char *message, size_t capacity) {
    onecard_png_message buffer = {message, capacity};
    onecard_png_source source = {bytes, count};
    uint8_t *volatile row = NULL;   // changes after setjmp
    uint8_t table[256];
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &buffer, onecard_png_raise, onecard_png_ignore);
    if (png == NULL) {
        if (capacity > 0) snprintf(message, capacity, "not enough memory");
        return -1;
    }
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_read_struct(&png, &info, NULL);
        free(row);
        return -1;
    }
    if (info == NULL) png_error(png, "not enough memory");

    onecard_png_open(png, &source, longest_side);
    png_read_info(png, info);
    uint32_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
    int colour = png_get_color_type(png, info), depth = png_get_bit_depth(png, info);
    if ((uint64_t)x + window_width > width || (uint64_t)y + window_height > height) {
        png_destroy_read_struct(&png, &info, NULL);
        return 1;
    }
    int is_rgb = colour == PNG_COLOR_TYPE_RGB;
    if (depth > 8 || png_get_interlace_type(png, info) != PNG_INTERLACE_NONE ||
        !(is_rgb || colour == PNG_COLOR_TYPE_GRAY || colour == PNG_COLOR_TYPE_PALETTE))
        png_error(png, "not a kind of picture that is printed here");
    memset(table, 0, sizeof table);
    if (!is_rgb) fill_table(png, info, colour, depth, table);

    row = malloc(png_get_rowbytes(png, info));
    if (row == NULL) png_error(png, "not enough memory");
    uint8_t *out = pixels;
    for (uint32_t line = 0; line < height; line++) {
        png_read_row(png, row, NULL);
        if (line < y || line >= y + window_height) continue;
        out = unpack(row, x, x + window_width, is_rgb, depth, table, out);
    }
    png_read_end(png, NULL);
    png_destroy_read_struct(&png, &info, NULL);
    free(row);
    return 0;
}
