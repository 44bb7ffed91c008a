#ifndef ONECARD_PNG_COMMON_H
#define ONECARD_PNG_COMMON_H

#include <png.h>
#include <stddef.h>
#include <stdint.h>

// What reading and writing share: where libpng's messages go, and where the bytes of a file come from.

/// Takes the reason of a failure; libpng's error pointer.
typedef struct {
    char *text;
    size_t capacity;
} onecard_png_message;

/// Notes the reason and jumps to the caller's setjmp; libpng's error function.
void onecard_png_raise(png_structp png, png_const_charp text);

/// A benign error or a warning says nothing about the pixels.
void onecard_png_ignore(png_structp png, png_const_charp text);

/// What is left of a file in memory.
typedef struct {
    const uint8_t *bytes;
    size_t left;
} onecard_png_source;

/// Lets libpng read from memory, every checksum verified, no side longer than `longest_side`.
void onecard_png_open(png_structp png, onecard_png_source *source, uint32_t longest_side);

#endif
