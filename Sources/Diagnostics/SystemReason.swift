internal import Foundation

/// Why the system refused to read or write, in Chinese: its own words are English and no help to a clerk.
package enum SystemReason {
    /// The reason for an error number of the system (errno), as the end of a sentence.
    package static func words(for number: Int32) -> String {
        switch number {
        case ENOSPC, EDQUOT: "磁盘已满"
        case EACCES, EPERM: "没有权限"
        case EROFS: "磁盘是只读的"
        case ENOENT, ENOTDIR: "没有这个文件或文件夹"
        case EEXIST, ENOTEMPTY: "那里已经有了"
        case EISDIR: "那里有同名的文件夹"
        case ENAMETOOLONG: "名称太长，文件名最多255个字节（85个汉字）"
        case EILSEQ, EINVAL: "名称里有不能用的字符"
        case ELOOP: "链接绕成了圈"
        case EMFILE, ENFILE: "同时打开的文件太多"
        case EFBIG: "文件太大"
        case EIO: "磁盘读写出错"
        case ETXTBSY, EBUSY: "文件正被占用"
        case EPIPE: "读取结果的程序已经结束"
        case ENOMEM: "内存不足"
        default: "系统错误\(number)"
        }
    }

    /// The reason for an error of Foundation's file functions.
    package static func words(for error: any Error) -> String {
        if let number = number(of: error) { return words(for: number) }
        guard let error = error as? CocoaError else { return "系统错误" }
        return switch error.code {
        case .fileWriteOutOfSpace: words(for: ENOSPC)
        case .fileWriteNoPermission, .fileReadNoPermission: words(for: EACCES)
        case .fileWriteVolumeReadOnly: words(for: EROFS)
        case .fileNoSuchFile, .fileReadNoSuchFile: words(for: ENOENT)
        case .fileWriteFileExists: words(for: EEXIST)
        case .fileWriteInvalidFileName, .fileReadInvalidFileName: words(for: ENAMETOOLONG)
        case .fileReadInapplicableStringEncoding, .fileReadCorruptFile: "不是UTF-8编码的文本"
        case .fileReadTooLarge: words(for: EFBIG)
        default: "系统错误\(error.code.rawValue)"
        }
    }

    /// The number of the system that stands behind an error.
    private static func number(of error: any Error) -> Int32? {
        if let error = error as? POSIXError { return error.code.rawValue }
        let cause = (error as? CocoaError)?.userInfo[NSUnderlyingErrorKey]
        return (cause as? POSIXError)?.code.rawValue
    }
}
