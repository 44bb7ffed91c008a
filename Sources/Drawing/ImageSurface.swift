internal import CPangoCairo

/// Owner of the memory that a picture is drawn in; white to begin with.
package final class ImageSurface {
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int
    let raw: OpaquePointer

    /// - Throws: `DrawingError.cairo` where there is not enough memory or a side is longer than 32767 pixels.
    package init(width: Int, height: Int) throws(DrawingError) {
        precondition(width > 0 && height > 0, "a picture has an area")
        guard let columns = Int32(exactly: width), let rows = Int32(exactly: height),
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
        else { throw .cairo("the picture is too large") }
        // Cairo never returns NULL: a failure is a surface that carries the reason.
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
        self.width = width
        self.height = height
        raw = surface
        let context = cairo_create(surface)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_destroy(context)
    }

    deinit { cairo_surface_destroy(raw) }

    /// What has been drawn so far.
    ///
    /// - Throws: `DrawingError.cairo` where drawing failed.
    package func picture() throws(DrawingError) -> Picture {
        cairo_surface_flush(raw)
        let status = cairo_surface_status(raw)
        guard status == CAIRO_STATUS_SUCCESS, let bytes = cairo_image_surface_get_data(raw) else {
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
        let stride = Int(cairo_image_surface_get_stride(raw))
        let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
            for y in 0..<height {
                // RGB24 holds a pixel in a native 32-bit word whose highest byte is unused.
                let row = UnsafeRawPointer(bytes + y * stride).assumingMemoryBound(to: UInt32.self)
                for x in 0..<width { buffer[y * width + x] = row[x] & 0xFFFFFF }
            }
            count = width * height
        }
        return Picture(width: width, height: height, pixels: pixels)
    }
}
