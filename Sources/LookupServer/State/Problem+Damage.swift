extension LiveSite.Problem {
    /// A data file that was found damaged and set aside under this path.
    package static func damaged(_ path: String) -> LiveSite.Problem {
        LiveSite.Problem(
            file: path, line: nil, rule: "damaged-file",
            message: "文件坏了，已改成这个名字保存，另建了新的；查看磁盘，救出里面的内容或者确认不要了，就把它移走", isError: false)
    }
}
