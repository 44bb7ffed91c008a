/// The objects of a PDF file as Cairo writes it: one classic cross-reference table, generation 0 throughout.
struct PDFDocument {
    /// Each with its `obj` and `endobj`.
    let objects: [Int: [UInt8]]
    private let trailer: String
    private let header: [UInt8]

    init(_ file: [UInt8]) throws(DrawingError) {
        let tail = String(decoding: file.suffix(64), as: UTF8.self)
        guard let start = tail.firstRange(of: "startxref\n"),
            let table = Int(tail[start.upperBound...].prefix { $0.isNumber }), file.indices.contains(table)
        else { throw .cairo("a PDF file without a table") }
        let text = String(decoding: file[table...], as: UTF8.self)
        guard let trailerStart = text.firstRange(of: "trailer\n"), let trailerEnd = text.firstRange(of: "startxref")
        else {
            throw .cairo("a PDF file without a trailer")
        }
        trailer = String(text[trailerStart.lowerBound..<trailerEnd.lowerBound])
        // "xref", "0 COUNT", then a line for each object.
        let lines = text[..<trailerStart.lowerBound].split(separator: "\n").dropFirst(2)
        var offsets: [(number: Int, offset: Int)] = []
        for (number, line) in lines.enumerated() where line.contains(" n") {
            guard let offset = Int(line.prefix(10)), offset < table else { throw .cairo("a wrong PDF table") }
            offsets.append((number, offset))
        }
        offsets.sort { $0.offset < $1.offset }
        header = Array(file[..<(offsets.first?.offset ?? 0)])
        var objects: [Int: [UInt8]] = [:]
        for (index, entry) in offsets.enumerated() {
            let end = index + 1 < offsets.count ? offsets[index + 1].offset : table
            objects[entry.number] = Array(file[entry.offset..<end])
        }
        self.objects = objects
    }

    /// The numbers of the pages, in their order.
    var pages: [Int] {
        for object in objects.values {
            let text = String(decoding: object.prefix(100_000), as: UTF8.self)
            guard text.contains("/Type /Pages"), let kids = text.firstRange(of: "/Kids [ "),
                let end = text[kids.upperBound...].firstRange(of: "]")
            else { continue }
            let words = text[kids.upperBound..<end.lowerBound].split(separator: " ")
            return stride(from: 0, to: words.count - 2, by: 3).compactMap { Int(words[$0]) }
        }
        return []
    }

    /// The packed bytes of a stream whose length is an object of its own.
    func stream(_ number: Int) throws(DrawingError) -> [UInt8] {
        guard let object = objects[number] else { throw .cairo("a PDF stream is missing") }
        let head = String(decoding: object.prefix(400), as: Unicode.ASCII.self)
        guard let length = Self.reference("/Length ", in: head).flatMap({ objects[$0] }),
            let value = String(decoding: length, as: UTF8.self).split(whereSeparator: \.isWhitespace).dropFirst(3)
                .first,
            let count = Int(value), let start = head.firstRange(of: "stream\n")
        else { throw .cairo("a PDF stream without a length") }
        let begin = head.unicodeScalars.distance(from: head.startIndex, to: start.upperBound)
        guard begin + count <= object.count else { throw .cairo("a PDF stream that is too short") }
        return Array(object[begin..<begin + count])
    }

    /// The object that a key refers to.
    static func reference(_ key: String, in text: String) -> Int? {
        guard let start = text.firstRange(of: key) else { return nil }
        return Int(text[start.upperBound...].prefix { $0.isNumber })
    }

    /// A file of these objects, with a new table.
    func written(_ objects: [Int: [UInt8]]) -> [UInt8] {
        var file = header
        var offsets: [Int: Int] = [:]
        for number in objects.keys.sorted() {
            offsets[number] = file.count
            file += objects[number] ?? []
        }
        let count = (objects.keys.max() ?? 0) + 1
        let table = file.count
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        file += Array("xref\n0 \(count)\n0000000000 65535 f \n".utf8)
        for number in 1..<max(count, 2) {
            let line = offsets[number].map { "\(padded($0, 10)) 00000 n \n" } ?? "0000000000 65535 f \n"
            file += Array(line.utf8)
        }
        file += Array("\(trailer)startxref\n\(table)\n%%EOF\n".utf8)
        return file
    }
}
