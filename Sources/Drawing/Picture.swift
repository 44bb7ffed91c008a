/// A finished picture: opaque sRGB pixels, row by row from the top left.
package struct Picture: Sendable, Equatable {
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int
    /// 0xRRGGBB each, `width × height` of them.
    package private(set) var pixels: [UInt32]

    package init(width: Int, height: Int, pixels: [UInt32]) {
        precondition(width > 0 && height > 0 && pixels.count == width * height, "a pixel for every place")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// 0xRRGGBB at a place inside the picture.
    package subscript(x: Int, y: Int) -> UInt32 {
        get { pixels[y * width + x] }
        set { pixels[y * width + x] = newValue & 0xFFFFFF }
    }

    /// Lends the pixels without a check of every index.
    package func withPixels<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
        pixels.withUnsafeBufferPointer(body)
    }

    /// Brightness of every pixel, 0…255 (ITU-R BT.601), as a barcode reader wants it.
    package var brightness: [UInt8] {
        pixels.map { pixel in
            let red = pixel >> 16 & 0xFF, green = pixel >> 8 & 0xFF, blue = pixel & 0xFF
            return UInt8((red * 299 + green * 587 + blue * 114 + 500) / 1000)
        }
    }
}
