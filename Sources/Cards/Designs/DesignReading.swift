package import Diagnostics
internal import Drawing
internal import Foundation
internal import Guides

/// Reads a design's file: its keys by `RecordShape.design`, its numbers and colours here.
package struct DesignReading: MeasureReading {
    /// Nil where there are errors.
    package private(set) var design: CardDesign?
    package internal(set) var diagnostics: [Diagnostic] = []
    package let text: String
    let path: String

    /// - Parameters:
    ///   - path: The file's path as messages show it; pictures are looked for beside it.
    package init(text: String, stem: String, path: String) {
        self.text = text
        self.path = path
        let read = YAMLReading.read(text, file: path)
        diagnostics = read.diagnostics
        guard let root = read.root else { return }
        diagnostics += ShapeCheck(root, is: .design, kind: .card, file: path).diagnostics
        // What is no mapping lacks every number; that is said once.
        guard root.isMapping else { return }
        let size = Box(
            x: 0, y: 0, width: number("宽", in: root, 10...500), height: number("高", in: root, 10...500))
        let bleed = number("出血", in: root, 0...10), margin = number("安全边", in: root, 0...30)
        let sides = (root["分面"]?.elements ?? []).map { side($0) }
        guard !diagnostics.hasErrors else { return }
        design = CardDesign(stem: stem, path: path, size: size, bleed: bleed, margin: margin, sides: sides)
    }

    private mutating func side(_ node: MarkedNode) -> CardDesign.Side {
        CardDesign.Side(
            name: node["名称"]?.text ?? "", ground: colour("底色", in: node) ?? DesignColour.white,
            elements: (node["元素"]?.elements ?? []).compactMap { element($0) })
    }

    private mutating func element(_ node: MarkedNode) -> CardDesign.Element? {
        guard node.isMapping, let entry = node.entries.first, entry.value.isMapping else { return nil }
        if node.entries.count > 1 {
            diagnostics.append(SeveralKinds.finding(at: node.entries[1].keyMark.location(in: path)))
        }
        let value = entry.value
        let place = entry.keyMark.location(in: path)
        var box = Box(x: 0, y: 0, width: 0, height: 0)
        let kind: CardDesign.Kind
        switch entry.key {
        case "文字":
            let text = text(value)
            box = text.frame.box(size: text.size, leading: text.leading)
            kind = .text(text)
        case "二维码":
            let side = number("边长", in: value, 5...500)
            box = Box(x: coordinate("左", in: value), y: coordinate("上", in: value), width: side, height: side)
            kind = .symbol
        case "色块": (box, kind) = (self.box(value), .area(colour("颜色", in: value) ?? .white))
        case "框":
            box = self.box(value)
            kind = .frame(colour("颜色", in: value) ?? .white, thickness: number("粗细", in: value, 0.05...10))
        case "图片":
            box = self.box(value)
            kind = .picture(picture(value))
        case "流程图": (box, kind) = (self.box(value), .flowchart(columns: value["栏数"]?.text.flatMap { Int($0) } ?? 1))
        // The shape has said that there is no such kind.
        default: return nil
        }
        return CardDesign.Element(kind: kind, box: box, isTrialOnly: value["仅试印"]?.text == "是", place: place)
    }

    private mutating func text(_ node: MarkedNode) -> CardDesign.Text {
        let size = number("字号", in: node, 4...400)
        let template = Template(node["内容"]?.text ?? "")
        for name in template.unknown {
            let mark = node["内容"]?.mark ?? node.mark
            diagnostics.append(UnknownPlaceholder.unknown(name, at: mark.location(in: path)))
        }
        let alignment: TextFrame.Alignment =
            switch node["对齐"]?.text {
            case "中": .centre
            case "右": .right
            default: .left
            }
        let frame = TextFrame(
            x: coordinate("左", in: node), width: number("宽", in: node, 1...500), baseline: coordinate("基线", in: node),
            lineLimit: node["行数"]?.text.flatMap { Int($0) } ?? 1, alignment: alignment)
        return CardDesign.Text(
            content: template, frame: frame, size: size,
            smallest: node["最小字号"] == nil ? size : number("最小字号", in: node, 4...max(size, 4)),
            weight: node["粗"]?.text == "是" ? .bold : .regular,
            isBoldInOwnField: node["粗"]?.text == "本领域", colour: colour("颜色", in: node) ?? DesignColour.black,
            tracking: node["字距"] == nil ? 0 : number("字距", in: node, -0.1...2),
            leading: node["行距"] == nil ? size * 1.5 : number("行距", in: node, 4...800),
            isShortened: node["省略"]?.text == "是")
    }

    private mutating func picture(_ node: MarkedNode) -> String {
        let name = node["文件"]?.text ?? ""
        let file = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name).path
        let mark = (node["文件"] ?? node).mark.location(in: path)
        if let data = FileManager.default.contents(atPath: file) {
            do { _ = try PNGDecoder.decode(Array(data)) } catch {
                diagnostics.append(DesignPicture.finding(name, "不是完好的PNG", at: mark))
            }
        } else if !name.isEmpty {
            diagnostics.append(DesignPicture.finding(name, "找不到", at: mark))
        }
        return file
    }

    private mutating func box(_ node: MarkedNode) -> Box {
        Box(
            x: coordinate("左", in: node), y: coordinate("上", in: node), width: number("宽", in: node, 0.05...600),
            height: number("高", in: node, 0.05...600))
    }

    private mutating func coordinate(_ key: String, in node: MarkedNode) -> Double {
        number(key, in: node, -50...600)
    }

    private mutating func colour(_ key: String, in node: MarkedNode) -> DesignColour? {
        guard let value = node[key], let text = value.text else { return nil }
        if let colour = DesignColour(text) { return colour }
        diagnostics.append(UnknownColour.unknown(text, at: value.mark.location(in: path)))
        return nil
    }
}

extension DesignColour {
    static let white = DesignColour(base: .fixed(.white), share: 1)
    static let black = DesignColour(base: .fixed(.black), share: 1)

    init(base: Base, share: Double) {
        self.base = base
        self.share = share
    }
}

extension TextFrame {
    /// The room that the frame's lines may take, from the top of a Chinese character of the first line to the bottom
    /// of one of the last.
    func box(size: Double, leading: Double) -> Box {
        let em = size * millimetresPerPoint
        let height = em + Double(lineLimit - 1) * leading * millimetresPerPoint
        return Box(x: x, y: baseline - 0.88 * em, width: width, height: height)
    }
}
