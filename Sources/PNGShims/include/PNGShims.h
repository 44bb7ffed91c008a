#ifndef ONECARD_PNG_SHIMS_H
#define ONECARD_PNG_SHIMS_H

#include <stddef.h>
#include <stdint.h>

// libpng reports errors with longjmp, which must not cross a Swift frame. Each function here does one whole job, so
// that every jump starts and ends inside C. A callback into Swift returns a code; it is C that raises.

/// How the samples of a pixel are to be understood.
enum onecard_png_colour {
    onecard_png_grey = 0,     ///< 1, 2, 4 or 8 bits
    onecard_png_palette = 1,  ///< 1, 2, 4 or 8 bits
    onecard_png_rgb = 2,      ///< 8 bits each
};

/// One iTXt chunk: a keyword of 1 to 79 Latin-1 characters and a text in UTF-8.
typedef struct {
    const char *keyword;
    const char *text;
} onecard_png_text;

/// A picture whose rows are packed as PNG packs them: the leftmost pixel in the highest bits.
typedef struct {
    uint32_t width;
    uint32_t height;
    enum onecard_png_colour colour;
    int bit_depth;
    const uint8_t *rows;          ///< `height` rows of `stride` bytes; not looked at where there is a stream
    size_t stride;
    const uint8_t *stream;        ///< the rows with their filter bytes, compressed already to zlib's format; or NULL
    size_t stream_length;
    const uint8_t *palette;       ///< `palette_count` times red, green, blue; for palette pictures only
    int palette_count;            ///< 1...256
    uint32_t pixels_per_metre;    ///< pHYs, in both directions; 0 for no such chunk
    const onecard_png_text *texts;
    int text_count;
    int compression_level;        ///< zlib's, 1...9
} onecard_png_image;

/// Takes the next bytes of the file; anything but 0 ends the writing.
typedef int (*onecard_png_sink)(void *context, const uint8_t *bytes, size_t count);

/// Writes a PNG without row filters. Returns 0, or -1 with the reason in `message`.
int onecard_png_write(const onecard_png_image *image, onecard_png_sink sink, void *context,
                      char *message, size_t capacity);

/// Reads a PNG of any kind as rows of red, green, blue, 8 bits each, without gaps. Every checksum is verified.
///
/// Returns 0 and memory to be given to `onecard_png_free`, or -1 with the reason in `message`.
/// A picture with a side longer than `longest_side` pixels is refused.
int onecard_png_read(const uint8_t *bytes, size_t count, uint32_t longest_side,
                     uint8_t **pixels, uint32_t *width, uint32_t *height,
                     char *message, size_t capacity);

/// Reads a PNG and gives back how bright the pixels of a window of it are, row by row without gaps: 0 for nothing but
/// black, 255 for nothing but white. The whole file is read and every checksum verified.
///
/// `pixels` has room for `window_width * window_height` of them. Returns 0, 1 where the window does not lie inside
/// the picture, or -1 with the reason in `message`. Only what `onecard_png_write` writes is read: grey, palette or
/// RGB, at most 8 bits, not interlaced.
int onecard_png_read_brightness(const uint8_t *bytes, size_t count, uint32_t longest_side,
                                uint32_t x, uint32_t y, uint32_t window_width, uint32_t window_height,
                                uint8_t *pixels, char *message, size_t capacity);

/// zlib's state for compressing pieces that can be joined afterwards.
typedef struct onecard_deflater onecard_deflater;

/// Returns NULL where there is not enough memory. To be given to `onecard_deflater_free`.
onecard_deflater *onecard_deflater_create(int level);
void onecard_deflater_free(onecard_deflater *deflater);

/// The most bytes that a piece of `count` bytes becomes.
size_t onecard_deflater_bound(onecard_deflater *deflater, size_t count);

/// Compresses a piece to raw deflate that ends on a whole byte, has no last block and refers to nothing before it.
///
/// `result` has room for `room` bytes. Returns how many were written, or 0 where that was too few.
size_t onecard_deflater_piece(onecard_deflater *deflater, const uint8_t *bytes, size_t count,
                              uint8_t *result, size_t room);

/// Adler-32 (RFC 1950) of some bytes, and of two pieces together, the second of them `count` bytes long.
uint32_t onecard_adler32(const uint8_t *bytes, size_t count);
uint32_t onecard_adler32_joined(uint32_t first, uint32_t second, size_t count);

/// Frees what `onecard_png_read`, `onecard_deflate` or `onecard_inflate` gave.
void onecard_png_free(uint8_t *pixels);

/// Compresses to zlib's format at level 9, or decompresses from it. Returns 0 and memory to be given to
/// `onecard_png_free`, or -1.
int onecard_deflate(const uint8_t *bytes, size_t count, uint8_t **result, size_t *length);
int onecard_inflate(const uint8_t *bytes, size_t count, uint8_t **result, size_t *length);

#endif
