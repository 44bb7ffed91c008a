internal import DataFiles
internal import GRDB

/// Why counts could not be read or written.
package enum ScanStorageError: Error, Hashable {
    case full, locked, forbidden, damaged, missing
    /// Another error of SQLite, in its own words.
    case other(String)

    /// - Parameter path: Of the file, where it was to be opened.
    init(_ error: any Error, at path: String = "") {
        if DamagedFile.isMeant(by: error, at: path) {
            self = .damaged
            return
        }
        guard let error = error as? DatabaseError else {
            self = .other("\(error)")
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .full
            case .SQLITE_IOERR: .other("\(error.extendedResultCode)：\(error.message ?? "")")
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .forbidden
            case .SQLITE_CANTOPEN: .missing
            default: .other(error.message ?? "\(error.resultCode)")
            }
    }
}

extension ScanStorageError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    package var description: String {
        switch self {
        case .full: "磁盘已满，请腾出空间；扫码次数暂存在内存里"
        case .locked: "统计文件被别的程序锁住，请关掉那个程序；扫码次数暂存在内存里"
        case .forbidden: "没有写统计文件的权限，请修改权限"
        case .damaged: "统计文件已损坏，请移走它，下次写入时会新建"
        case .missing: "打不开统计文件，请检查文件夹是否存在、权限是否正确"
        case .other(let words): "写不了统计文件：\(words)"
        }
    }
}
