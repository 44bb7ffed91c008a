internal import BuildInfo

/// Which onecard this is: what `--version` says.
enum BuildVersion {
    /// `1.0（提交4d1c1c1f0a2b，Swift 6.3.1）`.
    static let text = "\(number)（\(commit.isEmpty ? "" : "提交\(commit)，")Swift \(compiler)）"

    /// The first two numbers; a package adds the count of commits.
    static let number = String(cString: onecard_version())

    /// The commit that was built; empty where the sources are no git repository.
    static let commit = String(cString: onecard_commit())

    /// The compiler, which can only be asked whether it is at least so new.
    private static var compiler: String {
        #if compiler(>=6.5)
            "6.5+"
        #elseif compiler(>=6.4)
            "6.4"
        #elseif compiler(>=6.3.3)
            "6.3.3"
        #elseif compiler(>=6.3.2)
            "6.3.2"
        #elseif compiler(>=6.3.1)
            "6.3.1"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
