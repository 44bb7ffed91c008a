package import Diagnostics

/// A file cannot be read as UTF-8 text: it has another encoding, is no text at all, is too large, or may not be opened.
package enum UnreadableFile: Rule {
    package static let name = "unreadable-file"
    package static let severity = Severity.error
    package static let manual = """
        文件打不开，或者不是UTF-8编码的文本。用编辑器另存为UTF-8；太大的、打不开的、不是文本的文件请移走。

        错误：
            用GBK编码保存的施工许可.yaml
        正确：
            用UTF-8编码保存的施工许可.yaml
        """

    static func tooLarge(_ file: String) -> Diagnostic {
        finding("文件超过\(TextDecoding.sizeLimit >> 20)MB，不像是指南文件，请检查是否放错了文件", at: SourceLocation(file: file))
    }

    static func binary(line: Int, _ file: String) -> Diagnostic {
        finding("这不是文本文件，请检查是否放错了文件", at: SourceLocation(file: file, line: line, column: 1))
    }

    static func damaged(line: Int, _ file: String) -> Diagnostic {
        finding(
            "这一行有损坏的字符（不是UTF-8），请改好这一行，或恢复以前的文件",
            at: SourceLocation(file: file, line: line, column: 1))
    }

    static func wrongEncoding(_ likely: String, line: Int, _ file: String) -> Diagnostic {
        finding(
            "文件不是UTF-8编码（可能是\(likely)），请在编辑器里另存为UTF-8",
            at: SourceLocation(file: file, line: line, column: 1))
    }

    static func notOpened(_ error: FileReading.Failure, _ file: String) -> Diagnostic {
        finding("打不开这个文件：\(error.advice)", at: SourceLocation(file: file))
    }

    static func folderNotOpened(_ error: FileReading.Failure, _ folder: String) -> Diagnostic {
        finding("打不开这个文件夹：\(error.advice)", at: SourceLocation(file: folder))
    }
}
