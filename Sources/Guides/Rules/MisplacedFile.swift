package import Diagnostics

/// A file stands where no guide files are looked for, or has another ending than `.yaml`, so it is not read.
package enum MisplacedFile: Rule {
    package static let name = "misplaced-file"
    package static let severity = Severity.warning
    package static let manual = """
        文件放错了地方，或者名称不以“.yaml”结尾、以“#”开头，所以没有读。不读的文件不会出现在网页上。

        错误：
            guides/施工许可.yaml
            guides/items/施工许可.yml
        正确：
            guides/items/施工许可.yaml
        """

    /// Why an entry of a folder is not read as one of its files; nil where it is, or where nobody can have meant it to be.
    ///
    /// - Parameters:
    ///   - entry: Its name; those of temporary files (`FileNaming.isTemporary`) have been left out.
    ///   - place: Its path.
    ///   - folder: The folder's name, as messages call it.
    package static func unread(_ entry: String, at place: String, in folder: String) -> Diagnostic? {
        if entry.hasSuffix(".yaml") {
            if entry.hasPrefix("#") { return unreadName(place) }
            return entry.hasPrefix("新建") && FileReading.isEmpty(place) ? justMade(place) : nil
        }
        if FileReading.isFolder(place) { return nestedFolder(place, in: folder) }
        return TreeListing.looksLikeGuide(entry) ? wrongEnding(place) : nil
    }

    private static var folders: String { FileKind.allCases.compactMap(\.folder).joined(separator: "、") }

    private static func wrongEnding(_ path: String) -> Diagnostic {
        finding("这个文件没有读：指南文件的名称要以“.yaml”结尾，请改名", at: SourceLocation(file: path))
    }

    private static func unreadName(_ path: String) -> Diagnostic {
        finding("这个文件没有读：名称以“#”开头的文件不读，请改名", at: SourceLocation(file: path))
    }

    private static func justMade(_ path: String) -> Diagnostic {
        finding("这个新建的文件还是空的，没有读；用onecard new新建，或删去它", at: SourceLocation(file: path))
    }

    static func looseFile(_ path: String) -> Diagnostic {
        finding("这个文件没有读：指南文件放在\(folders)里，请移进去", at: SourceLocation(file: path))
    }

    static func unknownFolder(_ path: String) -> Diagnostic {
        finding("这个文件夹没有读：指南文件放在\(folders)里", at: SourceLocation(file: path))
    }

    private static func nestedFolder(_ path: String, in folder: String) -> Diagnostic {
        finding("这个文件夹没有读：文件要直接放在\(folder)里，请移出来", at: SourceLocation(file: path))
    }

    static func notAFolder(_ path: String) -> Diagnostic {
        finding("这里应当是文件夹，请移走这个文件", at: SourceLocation(file: path))
    }
}
