#include "PNGCommon.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

void onecard_png_raise(png_structp png, png_const_charp text) {
    onecard_png_message *message = png_get_error_ptr(png);
    if (message->capacity > 0) snprintf(message->text, message->capacity, "%s", text);
    png_longjmp(png, 1);
}

void onecard_png_ignore(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

static void read_bytes(png_structp png, png_bytep bytes, png_size_t count) {
    onecard_png_source *source = png_get_io_ptr(png);
    if (count > source->left) png_error(png, "the file ends too early");
    memcpy(bytes, source->bytes, count);
    source->bytes += count;
    source->left -= count;
}

void onecard_png_open(png_structp png, onecard_png_source *source, uint32_t longest_side) {
    png_set_read_fn(png, source, read_bytes);
    png_set_user_limits(png, longest_side, longest_side);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_benign_errors(png, 0);
}
