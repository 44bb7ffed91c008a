#include "PNGShims.h"

#include <stdlib.h>
#include <zlib.h>

struct onecard_deflater {
    z_stream stream;
};

onecard_deflater *onecard_deflater_create(int level) {
    onecard_deflater *deflater = calloc(1, sizeof *deflater);
    if (deflater == NULL) return NULL;
    // Raw deflate with the longest window, as PNG has it.
    if (deflateInit2(&deflater->stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        free(deflater);
        return NULL;
    }
    return deflater;
}

void onecard_deflater_free(onecard_deflater *deflater) {
    deflateEnd(&deflater->stream);
    free(deflater);
}

size_t onecard_deflater_bound(onecard_deflater *deflater, size_t count) {
    // Beside what zlib counts with, the empty block that fills the last byte.
    return deflateBound(&deflater->stream, count) + 8;
}

size_t onecard_deflater_piece(onecard_deflater *deflater, const uint8_t *bytes, size_t count,
                              uint8_t *result, size_t room) {
    z_stream *stream = &deflater->stream;
    deflateReset(stream);
    stream->next_in = (Bytef *)bytes;
    stream->avail_in = (uInt)count;
    stream->next_out = result;
    stream->avail_out = (uInt)room;
    int status = deflate(stream, Z_SYNC_FLUSH);
    // With room to spare, everything has been flushed.
    return status == Z_OK && stream->avail_in == 0 && stream->avail_out > 0 ? room - stream->avail_out : 0;
}

uint32_t onecard_adler32(const uint8_t *bytes, size_t count) {
    return (uint32_t)adler32_z(1, bytes, count);
}

uint32_t onecard_adler32_joined(uint32_t first, uint32_t second, size_t count) {
    return (uint32_t)adler32_combine(first, second, (z_off_t)count);
}
