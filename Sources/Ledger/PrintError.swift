package import Diagnostics

/// Why a finished print was not put into its place.
package enum PrintError: Error {
    /// A file could not be written or moved, and why.
    case file(String, reason: String)
    /// The ledger has errors, and nothing is built upon a broken one.
    case brokenLedger([Diagnostic])
    /// What a print left that was cut off cannot be read.
    case brokenJournal(String)

    static func file(_ path: String, _ number: Int32) -> PrintError {
        .file(path, reason: SystemReason.words(for: number))
    }
}

extension PrintError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let path, let reason):
            "写不了“\(path)”（\(reason)）。请检查磁盘空间和权限，再打印一次；已经开始记的台账会先补记完"
        case .brokenLedger:
            "台账有错误，没有打印。请先运行onecard check，按提示从备份恢复台账"
        case .brokenJournal(let path):
            "上次中断的打印留下的“\(path)”读不出来，请把它交给技术人员，不要删除"
        }
    }
}
