/// A text in which keycap digits such as `1️⃣` show places: the text without them, and where they stood.
///
/// ```yaml
/// 名称: 甲
/// 1️⃣承诺时限: 1个工作日
/// ```
package struct MarkedText: Sendable {
    /// A marker's place: line and column from 1, the column in Unicode scalars.
    package struct Place: Sendable, Hashable {
        package let line: Int
        package let column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// The text without its markers.
    package let text: String
    /// Where each marker stood, by marker.
    package let places: [Character: Place]

    private static let markers: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

    package init(_ marked: String) {
        var text = ""
        var places: [Character: Place] = [:]
        var (line, column) = (1, 1)
        for character in marked {
            if MarkedText.markers.contains(character) {
                places[character] = Place(line: line, column: column)
            } else {
                text.append(character)
                (line, column) = character.isNewline ? (line + 1, 1) : (line, column + character.unicodeScalars.count)
            }
        }
        self.text = text
        self.places = places
    }
}
