#include "PNGShims.h"

#include <stdlib.h>
#include <zlib.h>

int onecard_deflate(const uint8_t *bytes, size_t count, uint8_t **result, size_t *length) {
    uLongf room = compressBound(count);
    uint8_t *memory = malloc(room);
    if (memory == NULL) return -1;
    if (compress2(memory, &room, bytes, count, 9) != Z_OK) {
        free(memory);
        return -1;
    }
    *result = memory;
    *length = room;
    return 0;
}

int onecard_inflate(const uint8_t *bytes, size_t count, uint8_t **result, size_t *length) {
    z_stream stream = {0};
    if (inflateInit(&stream) != Z_OK) return -1;
    size_t room = 4 * count + 1024;
    uint8_t *memory = malloc(room);
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    int status = Z_OK;
    while (memory != NULL && status == Z_OK) {
        if (stream.total_out == room) {
            uint8_t *larger = realloc(memory, 2 * room);
            if (larger == NULL) break;
            memory = larger;
            room *= 2;
        }
        stream.next_out = memory + stream.total_out;
        stream.avail_out = (uInt)(room - stream.total_out);
        status = inflate(&stream, Z_NO_FLUSH);
    }
    *length = stream.total_out;
    inflateEnd(&stream);
    if (memory == NULL || status != Z_STREAM_END) {
        free(memory);
        return -1;
    }
    *result = memory;
    return 0;
}
