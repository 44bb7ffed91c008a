internal import Guides

/// Why fields are no line of the ledger.
struct LedgerFieldsError: Error {
    /// What is wrong with which field, in words, all that is; the number counts from 0 without the seal.
    let problems: [(field: Int, what: String)]
}

extension LedgerRecord {
    /// What `fields` gave, eight or twelve of them; empty ones may be missing at the end.
    init(fields given: [String]) throws(LedgerFieldsError) {
        guard (8...12).contains(given.count) else {
            throw LedgerFieldsError(problems: [(0, "有\(given.count)栏")])
        }
        let fields = given + [String](repeating: "", count: 12 - given.count)
        self = try fields[8] == LedgerVoid.kind ? .void(LedgerVoid(fields: fields)) : .print(LedgerRow(fields: fields))
    }
}

extension LedgerRow {
    fileprivate init(fields: [String]) throws(LedgerFieldsError) {
        var problems: [(field: Int, what: String)] = []
        let date = CalendarDate(fields[1]), code = try? ShortCode(reading: fields[2]), copies = Int(fields[5])
        let edition = CalendarDate(fields[6]), picture = SHA256Digest(hex: fields[7])
        if fields[0].isEmpty { problems.append((0, "批次是空的")) }
        if date == nil { problems.append((1, "“\(fields[1])”不是日期")) }
        if code == nil { problems.append((2, "“\(fields[2])”不是短码")) }
        if !WebAddress.isAbsolute(fields[3]) { problems.append((3, "“\(fields[3])”不是网址")) }
        if fields[4].isEmpty { problems.append((4, "版式是空的")) }
        if copies.map({ $0 > 0 }) != true { problems.append((5, "份数“\(fields[5])”不是正整数")) }
        if edition == nil, !fields[6].isEmpty { problems.append((6, "“\(fields[6])”不是日期")) }
        if picture == nil { problems.append((7, "图片SHA-256应当是64位十六进制数")) }
        var guide: GuideIdentity?
        if fields[8].isEmpty {
            problems += (9..<12).filter { !fields[$0].isEmpty }.map { ($0, "写了“\(fields[$0])”，而种类是空的") }
        } else {
            problems += (9..<11).filter { fields[$0].isEmpty }.map { ($0, "种类是“\(fields[8])”，而指南或名称是空的") }
            guide = GuideIdentity(kind: fields[8], stem: fields[9], name: fields[10])
        }
        guard problems.isEmpty, let date, let code, let copies, let picture else {
            throw LedgerFieldsError(problems: problems)
        }
        self.init(
            batch: fields[0], date: date,
            printed: PrintedCode(
                code: code, address: fields[3], design: fields[4], copies: copies, edition: edition, picture: picture,
                guide: guide, remark: fields[11].isEmpty ? nil : fields[11]))
    }
}

extension LedgerVoid {
    fileprivate init(fields: [String]) throws(LedgerFieldsError) {
        var problems: [(field: Int, what: String)] = []
        let date = CalendarDate(fields[1]), copies = Int(fields[5])
        if fields[0].isEmpty { problems.append((0, "批次是空的")) }
        if date == nil { problems.append((1, "“\(fields[1])”不是日期")) }
        if copies.map({ $0 > 0 }) != true { problems.append((5, "份数“\(fields[5])”不是正整数")) }
        problems += [2, 3, 4, 6, 7, 9, 10].filter { !fields[$0].isEmpty }.map { ($0, "作废的一行不写“\(fields[$0])”") }
        guard problems.isEmpty, let date, let copies else { throw LedgerFieldsError(problems: problems) }
        self.init(
            batch: fields[0], date: date, copies: copies, reason: fields[11].isEmpty ? nil : fields[11])
    }
}
