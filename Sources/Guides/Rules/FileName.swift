package import Diagnostics

/// A file has a name that looks like another or cannot be typed: whatever refers to it will not find it.
package enum FileName: Rule {
    package static let name = "file-name"
    package static let severity = Severity.error
    package static let manual = """
        别的文件按文件名引用这个文件，所以文件名里不能有看不见的字符、特殊的空格、部首字符、全角字母数字和半角括号，也不能太长。改名就行，短码和里面的“名称”不用动。

        错误：
            guides/laws/排污许可管理办法(试行).yaml
        正确：
            guides/laws/排污许可管理办法（试行）.yaml
        """

    /// At most one: the first thing that is wrong with the name of the file at a path.
    package static func findings(_ path: String) -> [Diagnostic] {
        let stem = FileNaming.stem(of: path)
        guard !FileNaming.isPlain(stem), let problem = FileNaming.problem(in: String(stem)) else { return [] }
        return [finding("文件名不对：\(problem)；只改文件名，里面的内容不用动", at: SourceLocation(file: path))]
    }
}
