internal import Guides

/// One line of the ledger: a print, or the voiding of a batch.
///
/// The first edition had nine columns: 批次, 日期, 短码, 网址, 版式, 份数, 版本日期, 图片SHA-256, 校验. The second has four
/// more behind them: 种类, 指南, 名称 (what the code opened, see `GuideIdentity`; 作废 under 种类 for a `LedgerVoid`) and 注明.
/// Lines of both editions stand in one file: a line without a 种类, whether its last columns are missing or empty, is of the
/// first, and is sealed over its first eight fields as it always was; any other is sealed over these and the last four.
/// The file's own first line names the columns of either edition and is not sealed; it is made the longer one by the
/// first print that adds a line of the second.
package enum LedgerRecord: Sendable, Hashable {
    case print(LedgerRow)
    case void(LedgerVoid)

    /// The columns of the first edition, with the seal as the last.
    static let firstHeader = ["批次", "日期", "短码", "网址", "版式", "份数", "版本日期", "图片SHA-256", "校验"]
    /// The columns' names, in the file's first line.
    static let header = firstHeader + ["种类", "指南", "名称", "注明"]
    /// The place of 校验 among the columns.
    static let sealColumn = firstHeader.count - 1

    package var batch: String {
        get {
            switch self {
            case .print(let row): row.batch
            case .void(let void): void.batch
            }
        }
        set {
            switch self {
            case .print(var row):
                row.batch = newValue
                self = .print(row)
            case .void(var void):
                void.batch = newValue
                self = .void(void)
            }
        }
    }

    /// Whether it is of the first edition.
    var isOfFirstEdition: Bool {
        guard case .print(let row) = self else { return false }
        return row.guide == nil
    }

    /// The fields without the seal: eight in the first edition, else twelve.
    var fields: [String] {
        switch self {
        case .print(let row):
            let first = [
                row.batch, row.date.description, row.code.text, row.address, row.design, String(row.copies),
                row.edition?.description ?? "", row.picture.hex,
            ]
            return row.guide.map { first + [$0.kind, $0.stem, $0.name, row.remark ?? ""] } ?? first
        case .void(let void):
            let first = [void.batch, void.date.description, "", "", "", String(void.copies), "", ""]
            return first + [LedgerVoid.kind, "", "", void.reason ?? ""]
        }
    }

    /// The line, sealed, without its end.
    func line(sealed seal: SHA256Digest) -> String {
        var fields = fields
        fields.insert(seal.hex, at: LedgerRecord.sealColumn)
        return CSVReading.line(fields)
    }

    /// 校验: what ties a line to the one before it.
    ///
    /// It is taken over both, so that a line edited after the fact, the last one too, and one that was taken out of the
    /// middle no longer fit. That lines are missing at the end, `LedgerHead` tells.
    func seal(after previous: SHA256Digest) -> SHA256Digest {
        SHA256Digest(of: previous.hex + "\n" + CSVReading.line(fields))
    }

    /// What the first line is tied to.
    static let firstSeal = SHA256Digest(of: CSVReading.line(firstHeader))
}
