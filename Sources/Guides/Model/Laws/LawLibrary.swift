/// All laws of a tree, each found by every name that people cite it by: the stem of its file, its 名称 with and without
/// 中华人民共和国, its 简称.
package struct LawLibrary: Sendable {
    private var byStem: [String: Law]
    /// The stems of the laws that have a name.
    private var stems: [ByteKey: [String]] = [:]

    init(_ laws: [String: Law] = [:]) {
        byStem = laws
        index()
    }

    private mutating func index() {
        stems = [:]
        for law in byStem.values {
            for name in LawLibrary.otherNames(of: law) where byStem[name] == nil {
                stems[ByteKey(name), default: []].append(law.stem)
            }
        }
    }

    /// The law of that name; nil where there is none, or where several have it.
    package subscript(name: String) -> Law? {
        byStem[name] ?? stem(forOtherName: name).flatMap { byStem[$0] }
    }

    /// The law of that file.
    package func law(of stem: String) -> Law? { byStem[stem] }

    /// The stem of the law that a name means; nil where there is none, or where several have it.
    package func stem(named name: String) -> String? {
        byStem[name] == nil ? stem(forOtherName: name) : name
    }

    private func stem(forOtherName name: String) -> String? {
        guard let stems = stems[ByteKey(name)], stems.count == 1 else { return nil }
        return stems[0]
    }

    /// The stems of the laws that have a name, sorted; more than one where it does not say which is meant.
    func stems(named name: String) -> [String] {
        byStem[name] == nil ? (stems[ByteKey(name)] ?? []).sorted() : [name]
    }

    /// Every name that means the law, its stem first.
    package func names(of law: Law) -> [String] {
        [law.stem] + LawLibrary.otherNames(of: law).filter { stem(named: $0) == law.stem }.sorted()
    }

    /// Every name that means one of these laws, with its law.
    func byName(_ isWanted: (Law) -> Bool) -> [ByteKey: Law] {
        var found: [ByteKey: Law] = [:]
        for law in byStem.values where isWanted(law) { for name in names(of: law) { found[ByteKey(name)] = law } }
        return found
    }

    /// The names of a law besides its stem, whether or not another law has one of them too.
    static func otherNames(of law: Law) -> Set<String> {
        let names = [law.name, law.abbreviation].compactMap(\.self)
        return Set(names + names.map(plainName)).subtracting([law.stem, ""])
    }

    /// A law's name without 《》 and 中华人民共和国, as its file is called.
    package static func plainName(_ name: String) -> String {
        let plain = name.filter { !"《》".contains($0) }
        let country = "中华人民共和国"
        return plain.hasPrefix(country) && plain != country ? String(plain.dropFirst(country.count)) : plain
    }

    package var values: some Collection<Law> { byStem.values }
    /// The stems, in no order.
    package var keys: some Collection<String> { byStem.keys }

    mutating func put(_ law: Law?, for stem: String) {
        byStem[stem] = law
        index()
    }
}
