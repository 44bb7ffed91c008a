internal import CPangoCairo

extension FontContext {
    /// Adds what sets two full-width punctuation marks side by side without a gap between them (标点挤压, CLREQ §3.1.6).
    ///
    /// A mark fills half of its square; where another mark meets its empty half, that half is left out by the font's
    /// `halt` feature.
    static func squeezePunctuation(in text: String, _ attributes: OpaquePointer) {
        var before: Character?
        var offset: UInt32 = 0, lengthBefore: UInt32 = 0
        for character in text {
            let length = UInt32(character.utf8.count)
            if let before {
                if emptyOnRight.contains(before), emptyOnRight.contains(character) || emptyOnLeft.contains(character) {
                    addHalfWidth(from: offset - lengthBefore, to: offset, attributes)
                } else if emptyOnLeft.contains(before), emptyOnLeft.contains(character) {
                    addHalfWidth(from: offset, to: offset + length, attributes)
                }
            }
            before = character
            lengthBefore = length
            offset += length
        }
    }

    private static func addHalfWidth(from start: UInt32, to end: UInt32, _ attributes: OpaquePointer) {
        guard let half = pango_attr_font_features_new("halt=1") else { return }
        half.pointee.start_index = start
        half.pointee.end_index = end
        pango_attr_list_insert(attributes, half)
    }

    private static let emptyOnRight: Set<Character> = Set("。，、；：？！）》〉」』】〕”’")
    private static let emptyOnLeft: Set<Character> = Set("（《〈「『【〔“‘")
}
