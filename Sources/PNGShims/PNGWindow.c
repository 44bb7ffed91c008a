#include "PNGShims.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *text;
    size_t capacity;
} message_buffer;

static void raise_error(png_structp png, png_const_charp text) {
    message_buffer *message = png_get_error_ptr(png);
    if (message->capacity > 0) snprintf(message->text, message->capacity, "%s", text);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

typedef struct {
    const uint8_t *bytes;
    size_t left;
} byte_source;

static void read_bytes(png_structp png, png_bytep bytes, png_size_t count) {
    byte_source *source = png_get_io_ptr(png);
    if (count > source->left) png_error(png, "the file ends too early");
    memcpy(bytes, source->bytes, count);
    source->bytes += count;
    source->left -= count;
}

// Red, green and blue of every sample value.
static void fill_table(png_structp png, png_infop info, int colour, int depth, uint8_t table[256][3]) {
    if (colour == PNG_COLOR_TYPE_PALETTE) {
        png_colorp entries = NULL;
        int count = 0;
        if (!png_get_PLTE(png, info, &entries, &count)) png_error(png, "no palette");
        for (int i = 0; i < count; i++) {
            table[i][0] = entries[i].red;
            table[i][1] = entries[i].green;
            table[i][2] = entries[i].blue;
        }
    } else {
        int last = (1 << depth) - 1;
        for (int i = 0; i <= last; i++) memset(table[i], i * 255 / last, 3);
    }
}

int onecard_png_read_window(const uint8_t *bytes, size_t count, uint32_t longest_side,
                            uint32_t x, uint32_t y, uint32_t window_width, uint32_t window_height,
                            uint8_t *pixels, char *message, size_t capacity) {
    message_buffer buffer = {message, capacity};
    byte_source source = {bytes, count};
    uint8_t *volatile row = NULL;   // changes after setjmp
    uint8_t table[256][3];
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &buffer, raise_error, ignore_warning);
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

    png_set_read_fn(png, &source, read_bytes);
    png_set_user_limits(png, longest_side, longest_side);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_benign_errors(png, 0);
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
        if (is_rgb) {
            memcpy(out, row + 3 * (size_t)x, 3 * (size_t)window_width);
            out += 3 * (size_t)window_width;
            continue;
        }
        for (uint32_t column = x; column < x + window_width; column++) {
            size_t bit = (size_t)column * (size_t)depth;
            int sample = row[bit / 8] >> (8 - depth - (int)(bit % 8)) & ((1 << depth) - 1);
            memcpy(out, table[sample], 3);
            out += 3;
        }
    }
    png_read_end(png, NULL);
    png_destroy_read_struct(&png, &info, NULL);
    free(row);
    return 0;
}
