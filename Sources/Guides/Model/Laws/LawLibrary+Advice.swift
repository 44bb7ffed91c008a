extension LawLibrary {
    /// What to say where no law, or more than one, has a name; Chinese, without a full stop.
    ///
    /// Another law is only proposed where one character is another: 城市绿化条例 is no slip for 城市供水条例.
    package func message(noneNamed name: String) -> String {
        let several = stems(named: name)
        guard several.count < 2 else {
            return "“\(name)”是\(several.map { "“\($0)”" }.joined(separator: "和"))共同的名称，请写其中一个"
        }
        let plain = LawLibrary.plainName(name)
        guard !plain.isEmpty else { return "没有写是哪一部法规，请写成“建筑法 第八条”" }
        if let near = near(plain) { return "没有名为“\(name)”的法规，是否想写“\(near)”？" }
        return "没有名为“\(name)”的法规，请核对名称；还没有收录的，运行 onecard new law \(plain)"
    }

    /// The stem of the law whose name differs in one character.
    private func near(_ name: String) -> String? {
        let scalars = Array(name.unicodeScalars)
        // Of two characters, one is half of the name.
        guard scalars.count > 2 else { return nil }
        return values.flatMap { law in ([law.stem] + LawLibrary.otherNames(of: law)).map { (law.stem, $0) } }.filter {
            abs($0.1.unicodeScalars.count - scalars.count) <= 1
                && Spelling.distance(Array($0.1.unicodeScalars), scalars) <= 1
        }.map(\.0).min()
    }
}
