package import Diagnostics
package import Guides

/// Why a finished print was not put into its place, or the ledger not written.
package enum LedgerError: Error {
    /// A file could not be written or moved, and why.
    case file(String, reason: String)
    /// The ledger has errors, and nothing is built upon a broken one.
    case brokenLedger([Diagnostic])
    /// What a print left that was cut off cannot be read: the journal's path, and which of its rows, from 1, and why.
    case brokenJournal(String, row: (number: Int, what: String)?)
    /// A name for a batch that was used on another day, or whose batch was voided.
    case batchTaken(String, on: CalendarDate)
    /// No batch of that name, and one that may have been meant.
    case noSuchBatch(String, near: String?)
    /// A batch of which nothing is left to void.
    case voidedAlready(String)

    static func file(_ path: String, _ number: Int32) -> LedgerError {
        .file(path, reason: SystemReason.words(for: number))
    }
}

extension LedgerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let path, let reason):
            "写不了“\(path)”（\(reason)）。请检查磁盘空间和权限，再运行一次；已经开始记的台账会先补记完"
        case .brokenLedger:
            "台账有错误，没有打印，也没有改动它。请先运行onecard check，按提示恢复台账"
        case .brokenJournal(let path, nil):
            "上次中断的打印留下的“\(path)”读不出来，请把它交给技术人员，不要删除"
        case .brokenJournal(let path, let row?):
            "上次中断的打印留下的“\(path)”里，第\(row.number)条台账记录读不出来（\(row.what)），这次没有打印。请把它交给技术人员，不要删除"
        case .batchTaken(let batch, let date):
            "批次“\(batch)”在\(date)用过了，没有打印。请换一个名称，或不写 --batch"
        case .noSuchBatch(let batch, let near):
            "台账里没有批次“\(batch)”\(near.map { "，是否想写“\($0)”？" } ?? "，请照ledger.csv第一栏写")"
        case .voidedAlready(let batch):
            "批次“\(batch)”已经作废了，没有改动台账"
        }
    }
}
