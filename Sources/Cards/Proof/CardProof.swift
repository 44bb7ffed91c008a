internal import BarcodeReading
internal import Drawing
internal import Glibc
package import QRSymbols

/// Evidence that a finished picture is read as what it should say.
///
/// A value of this type exists only for bytes that passed, and a `PrintedCard` can only be made from one: a card
/// that does not scan has no way out of the program.
package struct CardProof: Sendable, Equatable {
    /// The bytes that were proved.
    package let png: [UInt8]
    package let symbol: QRSymbol
    package let placement: SymbolPlacement
    /// What the picture says when scanned.
    package let address: String
    /// The worst that the symbol survived.
    package let margin: ProofMargin

    fileprivate init(
        png: [UInt8], symbol: QRSymbol, placement: SymbolPlacement, address: String, margin: ProofMargin
    ) {
        self.png = png
        self.symbol = symbol
        self.placement = placement
        self.address = address
        self.margin = margin
    }
}

/// Proves finished pictures.
///
/// Not `Sendable`: the barcode reader belongs to one thread.
package final class CardProver {
    private let reader: BarcodeReader
    private let bar: ProofMargin

    /// - Parameter bar: What a symbol must survive at least.
    package init(bar: ProofMargin = .bar) throws(CardError) {
        self.bar = bar
        do { reader = try BarcodeReader() } catch { throw CardError(card: nil, problem: .reader(error)) }
    }

    /// Decodes a PNG file anew and looks at it three times: module by module, as a phone does, and as a phone in bad
    /// conditions does.
    ///
    /// - Parameters:
    ///   - png: The finished file.
    ///   - symbol: The symbol that the picture must show.
    ///   - placement: Where it must show it.
    ///   - address: What the reader must read, and nothing else.
    ///   - alone: Whether the whole picture is searched for further symbols. Only a picture that a design shows can
    ///     bring one; otherwise it is enough to look at the symbol's place.
    /// - Throws: `CardProofFailure`.
    package func prove(
        png: [UInt8], shows symbol: QRSymbol, at placement: SymbolPlacement, saying address: String, alone: Bool = true
    ) throws(CardProofFailure) -> CardProof {
        let place = placement.withQuietZone
        let pixels: [UInt8]?
        do {
            pixels = try PNGDecoder.brightness(of: png, in: place)
        } catch {
            throw .unreadable(error.reason)
        }
        guard let pixels, placement.side == symbol.side else { throw .symbolOutside }
        try compare(pixels, with: symbol, at: placement)
        let grey = GreyPicture(width: place.width, height: place.height, pixels: pixels)
        try readAsItIs(grey, modulePixels: placement.modulePixels, address)
        if alone { try read(whole(png), address) }
        let margin = margin(of: grey, modulePixels: placement.modulePixels, saying: address)
        guard margin >= bar else { throw .marginTooSmall(margin) }
        return CardProof(png: png, symbol: symbol, placement: placement, address: address, margin: margin)
    }

    /// A symbol with large modules is found by fewer scan lines, two or three to a module; should it not be, by all of them.
    private func readAsItIs(_ picture: GreyPicture, modulePixels: Int, _ address: String) throws(CardProofFailure) {
        reader.linesApart = max(1, modulePixels * 3 / 8)
        defer { reader.linesApart = 1 }
        do throws(CardProofFailure) {
            try read(picture, address)
        } catch .noSymbol {
            reader.linesApart = 1
            try read(picture, address)
        }
    }

    private func read(_ picture: GreyPicture, _ address: String) throws(CardProofFailure) {
        let texts: [String]
        // Bytes that are no text are not the address either: as good as unread.
        do { texts = try reader.texts(in: picture) } catch { throw .noSymbol }
        guard let text = texts.first else { throw .noSymbol }
        guard texts.count == 1 else { throw .severalSymbols(texts) }
        // Compared as bytes: Swift takes different spellings of an accented letter for equal, a server does not.
        guard text.utf8.elementsEqual(address.utf8) else { throw .otherText(read: text, expected: address) }
    }

    private func whole(_ png: [UInt8]) throws(CardProofFailure) -> GreyPicture {
        do {
            let picture = try PNGDecoder.decode(png)
            return GreyPicture(width: picture.width, height: picture.height, pixels: picture.brightness)
        } catch {
            throw .unreadable(error.reason)
        }
    }

    /// The worst grade at which the address is still read.
    ///
    /// Each grade is worse than the one before, so the search begins in the middle, where most symbols end, and goes on
    /// towards the first that is not read.
    private func margin(of picture: GreyPicture, modulePixels: Int, saying address: String) -> ProofMargin {
        let degradation = Degradation(of: picture, modulePixels: modulePixels)
        func isRead(_ grade: Int) -> Bool {
            let texts = try? reader.texts(in: degradation.picture(after: ProofMargin.damages[grade - 1]))
            return texts?.count == 1 && texts?.first?.utf8.elementsEqual(address.utf8) == true
        }
        var grade = ProofMargin.usual.grade
        if isRead(grade) {
            while grade < ProofMargin.worst.grade, isRead(grade + 1) { grade += 1 }
        } else {
            repeat { grade -= 1 } while grade > 0 && !isRead(grade)
        }
        return ProofMargin(grade: grade)
    }

    /// Every pixel of every module is pure black or white, and all of the quiet zone white.
    ///
    /// A reader's error correction forgives a module that is wrong; the ten years of wear are to have all of it.
    private func compare(
        _ pixels: [UInt8], with symbol: QRSymbol, at placement: SymbolPlacement
    ) throws(CardProofFailure) {
        let size = placement.modulePixels, quiet = QRSymbol.quietZone, width = placement.withQuietZone.width
        for y in -quiet..<symbol.side + quiet {
            // What each line of pixels of this row of modules must be.
            var line = [UInt8](repeating: 255, count: width)
            for x in 0..<symbol.side where (0..<symbol.side).contains(y) && symbol[x, y] {
                for place in (x + quiet) * size..<(x + quiet + 1) * size { line[place] = 0 }
            }
            for row in (y + quiet) * size..<(y + quiet + 1) * size {
                let shown = pixels[row * width..<(row + 1) * width]
                guard !shown.hasSameBytes(as: line) else { continue }
                let wrong = zip(shown, line).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
                throw .moduleDiffers(x: wrong / size - quiet, y: y)
            }
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSameBytes(as other: [UInt8]) -> Bool {
        withUnsafeBytes { left in
            other.withUnsafeBytes { right in
                guard left.count == right.count, let one = left.baseAddress, let two = right.baseAddress else {
                    return left.count == right.count
                }
                return memcmp(one, two, left.count) == 0
            }
        }
    }
}

extension DrawingError {
    fileprivate var reason: String {
        if case .pngNotRead(let reason) = self { reason } else { description }
    }
}
