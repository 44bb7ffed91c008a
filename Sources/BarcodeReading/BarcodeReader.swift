internal import CZBar

/// Finds the QR codes in a picture and reads them, with ZBar.
///
/// It shares no code with what makes the symbols: what it reads, another phone can read. Not `Sendable`: one reader
/// belongs to one thread.
package final class BarcodeReader {
    private let scanner: OpaquePointer

    /// How many pixels apart the lines are along which symbols are searched for, 1 or more.
    ///
    /// A reader that looks at fewer lines finds less, and is faster.
    package var linesApart = 1 {
        didSet {
            precondition(linesApart > 0, "lines are a pixel apart at least")
            for direction in [ZBAR_CFG_X_DENSITY, ZBAR_CFG_Y_DENSITY] {
                zbar_image_scanner_set_config(scanner, ZBAR_NONE, direction, Int32(linesApart))
            }
        }
    }

    /// - Throws: `BarcodeReadingError.unavailable`.
    package init() throws(BarcodeReadingError) {
        guard let scanner = zbar_image_scanner_create() else { throw .unavailable }
        self.scanner = scanner
        // ZBar tells the session bus what it reads unless it is told not to.
        zbar_image_scanner_request_dbus(scanner, 0)
        zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        // The bytes as they are: ZBar would otherwise guess at an East Asian encoding.
        guard zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1) == 0,
            zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1) == 0
        else {
            zbar_image_scanner_destroy(scanner)
            throw .unavailable
        }
    }

    deinit { zbar_image_scanner_destroy(scanner) }

    /// The texts of all QR codes in a picture, in the order in which they were found; none is an empty list.
    ///
    /// - Throws: `BarcodeReadingError.scanFailed`, or `.notText` where a symbol does not hold UTF-8.
    package func texts(in picture: GreyPicture) throws(BarcodeReadingError) -> [String] {
        guard let image = zbar_image_create() else { throw .unavailable }
        defer { zbar_image_destroy(image) }
        zbar_image_set_format(image, Self.grey8)
        zbar_image_set_size(image, UInt32(picture.width), UInt32(picture.height))
        let found = picture.pixels.withUnsafeBytes { pixels in
            // ZBar only reads the pixels, and has no handler to free them with.
            zbar_image_set_data(image, pixels.baseAddress, UInt(pixels.count), nil)
            defer { zbar_image_set_data(image, nil, 0, nil) }
            return zbar_scan_image(scanner, image)
        }
        guard found >= 0 else { throw .scanFailed }
        // Results are recycled by the next scan: copied out now, dropped at once.
        defer { zbar_image_scanner_recycle_image(scanner, image) }

        var texts: [String] = []
        var symbol = zbar_image_first_symbol(image)
        while let current = symbol {
            let bytes = UnsafeRawBufferPointer(
                start: zbar_symbol_get_data(current), count: Int(zbar_symbol_get_data_length(current)))
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
            texts.append(text)
            symbol = zbar_symbol_next(current)
        }
        return texts
    }

    /// One byte of brightness to a pixel, as a four-character code.
    private static let grey8 = "Y800".utf8.reversed().reduce(UInt(0)) { $0 << 8 | UInt($1) }
}
