internal import PNGShims

/// The boxes of a page (ISO 32000-1 §14.11.2), in millimetres.
struct PDFPageBoxes {
    /// Of the paper.
    var width: Double
    var height: Double
    /// What is left after cutting, from the page's top left corner.
    var trim: Box
    var bleed: Double

    /// MediaBox, TrimBox and BleedBox in points, from the bottom left corner as PDF counts.
    var entries: String {
        func entry(_ name: String, _ box: Box) -> String {
            let numbers = [box.x, height - box.maxY, box.maxX, height - box.y].map { Self.points($0) }
            return "   /\(name) [ \(numbers.joined(separator: " ")) ]\n"
        }
        return entry("MediaBox", Box(x: 0, y: 0, width: width, height: height)) + entry("TrimBox", trim)
            + entry("BleedBox", trim.outset(by: bleed))
    }

    /// The page as Cairo draws it, in whole points: on the last part of a point it would draw nothing.
    var drawnSize: (width: Int, height: Int) { (Self.wholePoints(width), Self.wholePoints(height)) }

    /// The first line of a page's content as Cairo writes it: y counts from the top.
    var drawnTransform: String { "1 0 0 -1 0 \(drawnSize.height) cm\n" }

    /// The same for the page's true height.
    var transform: String { "1 0 0 -1 0 \(Self.points(height)) cm\n" }

    /// Rounded up; a length that is a whole number but for the rounding of fractions is that number.
    private static func wholePoints(_ millimetres: Double) -> Int {
        Int((millimetres / millimetresPerPoint - 1e-6).rounded(.up))
    }

    /// With three decimals: a thousandth of a point is less than a printer's dot by far.
    private static func points(_ millimetres: Double) -> String {
        let thousandths = Int((millimetres / millimetresPerPoint * 1000).rounded())
        let digits = String(abs(thousandths) % 1000)
        return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000)."
            + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

/// Makes what Cairo writes fit for a print shop: grey in one ink instead of red, green and blue, no transparency
/// groups, and a TrimBox and BleedBox on every page.
enum PDFFinishing {
    static func finished(
        _ file: [UInt8], boxes: [PDFPageBoxes], duplex: PDFDuplex?
    ) throws(DrawingError) -> [UInt8] {
        let document = try PDFDocument(file)
        var objects = document.objects
        try setPreferences(duplex, in: &objects)
        let pages = document.pages
        guard pages.count == boxes.count else { throw .cairo("\(pages.count) PDF pages instead of \(boxes.count)") }
        for (page, boxes) in zip(pages, boxes) {
            guard var text = objects[page].map({ String(decoding: $0, as: UTF8.self) }) else { continue }
            text = try withoutMediaBox(withoutGroup(text))
            guard let end = text.firstRange(of: "   /Contents ") else { throw .cairo("a PDF page without contents") }
            text.insert(contentsOf: boxes.entries, at: end.lowerBound)
            objects[page] = Array(text.utf8)
            if let contents = PDFDocument.reference("/Contents ", in: text) {
                objects[contents] = try greyed(contents, in: document, boxes)
            }
        }
        return document.written(objects)
    }

    /// Has viewers print in actual size, which the ruler and the symbol's modules count on, and on both sides where there
    /// are backs (ISO 32000-1 §12.2, of PDF 1.7).
    private static func setPreferences(_ duplex: PDFDuplex?, in objects: inout [Int: [UInt8]]) throws(DrawingError) {
        for (number, object) in objects where object.count < 1000 {
            var text = String(decoding: object, as: UTF8.self)
            guard let catalogue = text.firstRange(of: "/Type /Catalog") else { continue }
            let turn = duplex.map { " /Duplex /\($0.rawValue)" } ?? ""
            text.insert(
                contentsOf: "\n   /Version /1.7\n   /ViewerPreferences << /PrintScaling /None\(turn) >>",
                at: catalogue.upperBound)
            objects[number] = Array(text.utf8)
            return
        }
        throw .cairo("a PDF file without a catalogue")
    }

    /// A content stream in which equal parts of red, green and blue are said as grey.
    private static func greyed(
        _ number: Int, in document: PDFDocument, _ boxes: PDFPageBoxes
    ) throws(DrawingError) -> [UInt8] {
        let stream = try document.stream(number)
        var memory: UnsafeMutablePointer<UInt8>?
        var length = 0
        guard onecard_inflate(stream, stream.count, &memory, &length) == 0, let memory else {
            throw .cairo("a PDF stream that cannot be read")
        }
        defer { onecard_png_free(memory) }
        var content = greyOperators(in: UnsafeBufferPointer(start: memory, count: length))
        let drawn = boxes.drawnTransform.utf8
        guard content.starts(with: drawn) else { throw .cairo("a PDF page of another size") }
        content.replaceSubrange(..<drawn.count, with: boxes.transform.utf8)
        var packed: UnsafeMutablePointer<UInt8>?
        guard onecard_deflate(content, content.count, &packed, &length) == 0, let packed else {
            throw .cairo("not enough memory")
        }
        defer { onecard_png_free(packed) }
        var object = Array("\(number) 0 obj\n<< /Length \(length)\n   /Filter /FlateDecode\n>>\nstream\n".utf8)
        object.append(contentsOf: UnsafeBufferPointer(start: packed, count: length))
        object.append(contentsOf: "\nendstream\nendobj\n".utf8)
        return object
    }

    /// `0 0 0 rg` becomes `0 g`, and the same for strokes; strings are left alone.
    private static func greyOperators(in content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        /// Where the last three tokens start in `result`.
        var starts: [Int] = []
        var index = 0
        while index < content.count {
            let byte = content[index]
            if byte <= 0x20 {
                result.append(byte)
                index += 1
                continue
            }
            let begin = index
            if byte == UInt8(ascii: "(") {
                index = endOfString(content, index)
                starts.removeAll()
            } else {
                while index < content.count, content[index] > 0x20, content[index] != UInt8(ascii: "(") { index += 1 }
            }
            let token = content[begin..<index]
            let isFill = token.elementsEqual("rg".utf8), isStroke = token.elementsEqual("RG".utf8)
            if isFill || isStroke, starts.count >= 3 {
                let numbers = starts.suffix(3).map { start in result[start...].prefix { $0 > 0x20 } }
                if numbers[0] == numbers[1] || numbers[0].elementsEqual(numbers[1]),
                    numbers[1].elementsEqual(numbers[2])
                {
                    let grey = Array(numbers[0])
                    result.removeLast(result.count - starts[starts.count - 3])
                    result += grey + Array((isFill ? " g" : " G").utf8)
                    starts.removeAll()
                    continue
                }
            }
            starts.append(result.count)
            if starts.count > 3 { starts.removeFirst() }
            result += token
        }
        return result
    }

    /// Behind the closing bracket of a literal string.
    private static func endOfString(_ content: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var depth = 0, index = start
        while index < content.count {
            switch content[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { break }
        }
        return min(index, content.count)
    }

    /// A page without the size that it was drawn with.
    private static func withoutMediaBox(_ page: String) throws(DrawingError) -> String {
        guard let start = page.firstRange(of: "   /MediaBox ["),
            let end = page[start.upperBound...].firstRange(of: "]\n")
        else {
            throw .cairo("a PDF page without a size")
        }
        return String(page[..<start.lowerBound] + page[end.upperBound...])
    }

    /// A page without its transparency group, which would have a printer mix everything in red, green and blue.
    private static func withoutGroup(_ page: String) -> String {
        guard let start = page.firstRange(of: "   /Group <<"),
            let end = page[start.upperBound...].firstRange(of: ">>\n")
        else {
            return page
        }
        return String(page[..<start.lowerBound] + page[end.upperBound...])
    }
}
