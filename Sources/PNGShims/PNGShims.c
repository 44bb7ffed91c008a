#include "PNGCommon.h"
#include "PNGShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    onecard_png_sink sink;
    void *context;
} sink_target;

static void write_bytes(png_structp png, png_bytep bytes, png_size_t count) {
    sink_target *target = png_get_io_ptr(png);
    if (target->sink(target->context, bytes, count) != 0) png_error(png, "the sink refused the bytes");
}

static void flush_nothing(png_structp png) { (void)png; }

static int colour_type(enum onecard_png_colour colour) {
    switch (colour) {
    case onecard_png_palette: return PNG_COLOR_TYPE_PALETTE;
    case onecard_png_rgb: return PNG_COLOR_TYPE_RGB;
    default: return PNG_COLOR_TYPE_GRAY;
    }
}

static void write_palette(png_structp png, png_infop info, const onecard_png_image *image) {
    png_color entries[256];
    if (image->palette_count < 1 || image->palette_count > 256) png_error(png, "a palette has 1 to 256 colours");
    for (int i = 0; i < image->palette_count; i++) {
        entries[i].red = image->palette[3 * i];
        entries[i].green = image->palette[3 * i + 1];
        entries[i].blue = image->palette[3 * i + 2];
    }
    png_set_PLTE(png, info, entries, image->palette_count);
}

static void write_texts(png_structp png, png_infop info, const onecard_png_image *image) {
    for (int i = 0; i < image->text_count; i++) {
        png_text text;
        memset(&text, 0, sizeof text);
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = (char *)image->texts[i].keyword;   // libpng copies both strings
        text.text = (char *)image->texts[i].text;
        text.itxt_length = strlen(image->texts[i].text);
        png_set_text(png, info, &text, 1);
    }
}

int onecard_png_write(const onecard_png_image *image, onecard_png_sink sink, void *context,
                      char *message, size_t capacity) {
    onecard_png_message buffer = {message, capacity};
    sink_target target = {sink, context};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &buffer, onecard_png_raise, onecard_png_ignore);
    if (png == NULL) {
        if (capacity > 0) snprintf(message, capacity, "not enough memory");
        return -1;
    }
    // Neither `png` nor `info` changes after setjmp, so neither need be volatile.
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return -1;
    }
    if (info == NULL) png_error(png, "not enough memory");

    png_set_write_fn(png, &target, write_bytes, flush_nothing);
    png_set_compression_level(png, image->compression_level);
    // Flat colours and letters: filters make the file larger and the writing slower.
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_IHDR(png, info, image->width, image->height, image->bit_depth, colour_type(image->colour),
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (image->colour == onecard_png_palette) write_palette(png, info, image);
    if (image->pixels_per_metre > 0) {
        png_set_pHYs(png, info, image->pixels_per_metre, image->pixels_per_metre, PNG_RESOLUTION_METER);
    }
    write_texts(png, info, image);
    png_write_info(png, info);
    if (image->stream != NULL) {
        // libpng knows nothing of rows that it did not compress, so the end is written as a chunk too.
        png_write_chunk(png, (png_const_bytep) "IDAT", image->stream, image->stream_length);
        png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
    } else {
        for (uint32_t y = 0; y < image->height; y++) png_write_row(png, image->rows + y * image->stride);
        png_write_end(png, NULL);
    }
    png_destroy_write_struct(&png, &info);
    return 0;
}

int onecard_png_read(const uint8_t *bytes, size_t count, uint32_t longest_side,
                     uint8_t **pixels, uint32_t *width, uint32_t *height,
                     char *message, size_t capacity) {
    onecard_png_message buffer = {message, capacity};
    onecard_png_source source = {bytes, count};
    uint8_t *volatile memory = NULL;   // changes after setjmp
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &buffer, onecard_png_raise, onecard_png_ignore);
    if (png == NULL) {
        if (capacity > 0) snprintf(message, capacity, "not enough memory");
        return -1;
    }
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_read_struct(&png, &info, NULL);
        free(memory);
        return -1;
    }
    if (info == NULL) png_error(png, "not enough memory");

    onecard_png_open(png, &source, longest_side);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_strip_16(png);
    png_set_strip_alpha(png);
    png_set_gray_to_rgb(png);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);

    size_t rows = png_get_image_height(png, info);
    size_t stride = png_get_rowbytes(png, info);
    if (stride != 3 * (size_t)png_get_image_width(png, info)) png_error(png, "unexpected row size");
    memory = malloc(rows * stride);
    if (memory == NULL) png_error(png, "not enough memory");
    for (int pass = 0; pass < passes; pass++) {
        for (size_t y = 0; y < rows; y++) png_read_row(png, memory + y * stride, NULL);
    }
    png_read_end(png, NULL);

    *pixels = memory;
    *width = png_get_image_width(png, info);
    *height = png_get_image_height(png, info);
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
}

void onecard_png_free(uint8_t *pixels) { free(pixels); }
