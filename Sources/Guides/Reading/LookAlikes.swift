internal import Foundation

/// Characters that look like others: Traditional and Japanese forms in our keys, radicals copied out of PDF files,
/// full-width letters, and what cannot be seen at all.
enum LookAlikes {
    /// Traditional (and Japanese) forms of the characters in our keys and values, each followed by the one we use.
    private static let pairs = """
        業业麼么義义鄉乡書书産产產产僅仅會会體体關关関关內内決决減减別别辦办務务動动勵励區区單单単单廳厅縣县發发発发號号後后圍围國国場场\
        處处備备復复複复頭头獎奖實实実实審审對对対对層层並并廢废開开強强當当錄录録录徵征態态報报據据數数無无時时暫暂機机權权條条來来構构\
        標标樣样檢检點点牽牵狀状環环現现電电監监碼码確确稱称簡简類类約约級级紙纸組组織织終终結结給给編编網网罰罚聯联腦脑節节範范補补見见\
        規规計计認认議议記记許许訟讼設设證证証证訴诉話话詢询說说説说請请諾诺讀读誰谁調调質质費费載载達达這这進进適适選选遞递郵邮鎮镇門门\
        問问間间階阶項项須须預预領领題题顏颜饋馈駐驻準准塡填査查収收佈布託托製制
        """

    /// Ours by theirs.
    static let ours: [Character: Character] = {
        let characters = Array(pairs)
        var table: [Character: Character] = [:]
        for index in stride(from: 0, to: characters.count - 1, by: 2) {
            table[characters[index]] = characters[index + 1]
        }
        return table
    }()

    /// The word with our characters, without what cannot be seen: what somebody meant to write.
    static func normalized(_ word: String) -> String {
        let seen = word.unicodeScalars.filter { !isInvisible($0) && !$0.properties.isWhitespace }
        let composed = String(String.UnicodeScalarView(seen)).precomposedStringWithCompatibilityMapping
        return String(composed.map { ours[$0] ?? $0 })
    }

    /// Zero-width and other characters without a shape: what Unicode calls ignorable, what stands for an object or a note
    /// that is not there (U+FFF9 to U+FFFC, as pasting a picture leaves them), and the empty Braille cell.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFC).contains(scalar.value)
            || scalar.value == 0x2800
    }

    /// Spaces that are not the keyboard's, line breaks aside.
    static func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x7F && scalar.properties.generalCategory == .spaceSeparator
    }

    /// The usual character for a compatibility form, a radical or a full-width letter; nil where it is one itself.
    ///
    /// By scalars: to Swift's strings, a compatibility ideograph is the same character.
    static func usual(for scalar: Unicode.Scalar) -> String? {
        let usual = String(scalar).precomposedStringWithCompatibilityMapping
        return usual.unicodeScalars.elementsEqual(CollectionOfOne(scalar)) ? nil : usual
    }

    /// What to do about a scalar that no guide file should have; nil for the others.
    static func advice(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            if let usual = usual(for: scalar) {
                return "“\(scalar)”看起来是“\(usual)”，却是另一个字符（多半从PDF复制来），请重新输入“\(usual)”"
            }
            // A dozen of the compatibility block are characters of their own.
            return scalar.value < 0xF900 ? "“\(scalar)”是部首，不是字（多半从PDF复制来），请重新输入" : nil
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
            return "这里有一个自造字（\(name(of: scalar))），别人的手机上显示不出来，请换成通用的字"
        case 0xFFFD: return "“\(scalar)”是转换编码时损坏的字，请补上原来的字"
        case 0xFFFC: return "这里有一个看不见的字符（\(name(of: scalar))，多半是粘贴图片、表情留下的），请删去"
        default:
            return isInvisible(scalar) ? "这里有一个看不见的字符（\(name(of: scalar))），请删去" : nil
        }
    }

    /// `U+200B`.
    static func name(of scalar: Unicode.Scalar) -> String {
        let number = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    }
}
