internal import DataFiles
internal import GRDB

/// Why versions could not be kept or read.
package struct VersionStorageError: Error, CustomStringConvertible {
    package let description: String
    /// The path of the file, where that is damaged and nothing can be done with it any more.
    let damaged: String?

    init(_ error: any Error, at path: String) {
        damaged = DamagedFile.isMeant(by: error, at: path) ? path : nil
        guard let error = error as? DatabaseError else {
            description = "\(error)"
            return
        }
        description =
            switch error.resultCode {
            case _ where damaged != nil: "文件已损坏"
            case .SQLITE_FULL: "磁盘已满，请腾出空间"
            case .SQLITE_BUSY, .SQLITE_LOCKED: "文件被别的程序锁住，稍后自动再试"
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: "打不开或写不了文件，请检查文件夹和权限"
            default: error.message ?? "\(error.resultCode)"
            }
    }
}
