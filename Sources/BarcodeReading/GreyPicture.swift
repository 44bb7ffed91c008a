/// A picture in shades of grey, as a barcode reader wants it.
package struct GreyPicture: Sendable, Equatable {
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int
    /// Brightness, 0 black … 255 white, row by row from the top left.
    package let pixels: [UInt8]

    /// - Precondition: There is a pixel for every place.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0 && pixels.count == width * height, "a pixel for every place")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
