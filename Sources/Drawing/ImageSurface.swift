internal import CPangoCairo

/// Owner of the memory that a picture is drawn in; white to begin with.
package final class ImageSurface: DrawingSurface {
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int

    /// - Parameter resolution: Pixels to a length on paper.
    /// - Throws: `DrawingError.cairo` where there is not enough memory or a side is longer than 32767 pixels.
    package init(width: Int, height: Int, resolution: Resolution) throws(DrawingError) {
        precondition(width > 0 && height > 0, "a picture has an area")
        guard let columns = Int32(exactly: width), let rows = Int32(exactly: height),
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
        else { throw .cairo("the picture is too large") }
        self.width = width
        self.height = height
        try super.init(taking: surface, scale: resolution.pixelsPerMillimetre, snaps: true)
        let context = cairo_create(raw)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_destroy(context)
    }

    /// Lends the pixels of the rows, 0xRRGGBB in native words whose highest byte is unused.
    ///
    /// - Throws: `DrawingError.cairo` where drawing failed.
    func withRows<Result>(
        _ body: (_ row: (Int) -> UnsafeMutablePointer<UInt32>) -> Result
    ) throws(DrawingError) -> Result {
        cairo_surface_flush(raw)
        let status = cairo_surface_status(raw)
        guard status == CAIRO_STATUS_SUCCESS, let bytes = cairo_image_surface_get_data(raw) else {
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
        let stride = Int(cairo_image_surface_get_stride(raw))
        // The pixels are gone with the surface: its last use is not when its address is taken.
        return withExtendedLifetime(self) {
            body { y in UnsafeMutableRawPointer(bytes + y * stride).assumingMemoryBound(to: UInt32.self) }
        }
    }

    /// What has been drawn so far.
    ///
    /// - Throws: `DrawingError.cairo` where drawing failed.
    package func picture() throws(DrawingError) -> Picture {
        let pixels = try withRows { row in
            [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
                for y in 0..<height {
                    let pixels = row(y)
                    for x in 0..<width { buffer[y * width + x] = pixels[x] & 0xFFFFFF }
                }
                count = width * height
            }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    /// Makes some areas look again as they do on another surface of the same size.
    package func restore(_ areas: [PixelBox], from other: ImageSurface) throws(DrawingError) {
        precondition(width == other.width && height == other.height, "surfaces of one size")
        try other.withRows { source in
            // A failure of this surface shows when it is read.
            try? withRows { target in
                for area in areas.map({ $0.clipped(width: width, height: height) }) {
                    for y in area.y..<area.y + area.height {
                        (target(y) + area.x).update(from: source(y) + area.x, count: area.width)
                    }
                }
            }
        }
        cairo_surface_mark_dirty(raw)
    }
}

extension PixelBox {
    /// The part of the rectangle inside a picture; of no width or height where there is none.
    func clipped(width: Int, height: Int) -> PixelBox {
        let left = min(max(x, 0), width), top = min(max(y, 0), height)
        let right = min(max(x + self.width, left), width), bottom = min(max(y + self.height, top), height)
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }
}
