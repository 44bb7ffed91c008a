/// The places in a paragraph where a line may end, each with what it costs to end it there.
struct BreakPlaces {
    /// A place before the character at `index`.
    struct Place: Equatable {
        var index: Int
        var cost: Double
    }

    /// In order, with the start and the end of the paragraph.
    let all: [Place]

    init(in characters: [Character], words: [[Character]]) {
        let insideWord = Self.places(inside: words, of: characters)
        var places = [Place(index: 0, cost: 0)]
        var openQuotes = 0
        for index in characters.indices.dropFirst() {
            let before = characters[index - 1], after = characters[index]
            if Self.opening.contains(before) { openQuotes += 1 }
            if Self.closing.contains(before) { openQuotes = max(0, openQuotes - 1) }
            guard var cost = Self.cost(between: before, and: after) else { continue }
            if insideWord.contains(index) { cost += Cost.splitsWord }
            if openQuotes > 0 { cost += Cost.insideQuotes }
            places.append(Place(index: index, cost: cost))
        }
        if !characters.isEmpty { places.append(Place(index: characters.count, cost: 0)) }
        all = places
    }

    /// The cost of a break between two characters, nil where none is allowed.
    private static func cost(between before: Character, and after: Character) -> Double? {
        if before == "\u{2060}" || after == "\u{2060}" || before == "\u{A0}" || after == "\u{A0}" { return nil }
        // A space belongs to the line before it, and so does what may not start a line.
        if after == " " || notAtStart.contains(after) || notAtEnd.contains(before) { return nil }
        if before == "\u{200B}" || after == "\u{200B}" { return Cost.atPunctuation }
        if before == after, inseparable.contains(before) { return nil }
        if isWestern(before), isWestern(after) { return nil }

        if pausing.contains(before) { return Cost.atPunctuation }
        if before == " " { return Cost.atSpace }
        if closing.contains(before) || opening.contains(after) { return Cost.atBracket }
        // “7日”, “第8条”: a number and its unit are read as one.
        if before.isASCII, before.isNumber, after.isLetter { return Cost.splitsNumber }
        if before == "第", after.isNumber { return Cost.splitsNumber }
        return isWestern(before) || isWestern(after) ? Cost.atSpace : Cost.betweenCharacters
    }

    private static func places(inside words: [[Character]], of characters: [Character]) -> Set<Int> {
        var places: Set<Int> = []
        for word in words where word.count <= characters.count {
            for start in 0...(characters.count - word.count)
            where characters[start] == word[0] && characters[start..<(start + word.count)].elementsEqual(word) {
                places.formUnion((start + 1)..<(start + word.count))
            }
        }
        return places
    }

    /// Letters, digits and signs of western text, which is only broken at spaces.
    private static func isWestern(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return scalar.value > 0x20 && scalar.value < 0x250
    }

    private static let closing: Set<Character> = Set("）》〉」』】〕｝］”’)]}")
    private static let opening: Set<Character> = Set("（《〈「『【〔｛［“‘([{")
    private static let pausing: Set<Character> = Set("。，、；：？！…,;:?!")
    private static let inseparable: Set<Character> = Set("—…─")

    /// 避头: what may not start a line.
    static let notAtStart: Set<Character> = closing.union(pausing).union("．.％%‰℃°·・～－–／/々ー")
    /// 避尾: what may not end a line.
    static let notAtEnd: Set<Character> = opening.union("￥¥$＄№§#＃@")
}
