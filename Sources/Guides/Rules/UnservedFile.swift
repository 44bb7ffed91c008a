package import Diagnostics

/// A file in public/ that is not served at the site's root.
package enum UnservedFile: Rule {
    package static let name = "unserved-file"
    package static let severity = Severity.warning
    package static let manual = """
        public文件夹里的小文件原样放在网站根目录，如微信的MP_verify_….txt。这个文件名称、大小或种类不合适，网站上打不开它。\
        文件名只用英文字母、数字、“.”“_”“-”，以.txt、.html、.xml、.json、.ico或.png结尾，不超过64 KB。

        错误：
            public/微信验证.txt
        正确：
            public/MP_verify_aB3dE5fG7hI9jK1m.txt
        """

    /// - Parameter why: What is wrong and what to do.
    package static func notServed(_ path: String, _ why: String) -> Diagnostic {
        finding("网站上打不开这个文件：\(why)", at: SourceLocation(file: path))
    }
}
