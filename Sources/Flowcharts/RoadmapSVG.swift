package import Guides
package import Markup

extension RoadmapChart {
    /// For an entry, a class to add where it has one, and attributes.
    package typealias Mark = (Roadmap.Entry) -> (name: String?, attributes: [Markup.Attribute])

    /// The chart as one SVG that takes its colours from the style sheet around it; every item is a link to its page.
    package func svg(mark: Mark = { _ in (nil, []) }) -> Markup { picture(of: 0..<height, mark) }

    /// The chart as one SVG a stage, which stand one below the other without a gap, or in columns where there is room.
    package func stages(mark: Mark = { _ in (nil, []) }) -> [Markup] { stageRanges.map { picture(of: $0, mark) } }

    private func picture(of range: Range<Double>, _ mark: Mark) -> Markup {
        var parts: [Markup] = []
        let heads = heads.filter { range.contains($0.y) }
        let stations = stations.filter { range.contains($0.frame.y) }
        if let first = self.heads.first, let last = self.stations.last {
            // A little longer than the picture, so that no hair's breadth is missing between two stages.
            let (top, bottom) = (max(first.y, range.lowerBound - 1), min(last.frame.midY, range.upperBound + 1))
            parts.append(
                .shape(
                    "path", ["class": "rr", "d": "M\(number(RoadmapMetrics.rail)) \(number(top))V\(number(bottom))"]))
        }
        for group in groups where range.contains(group.frame.y) {
            parts.append(rectangle(group.frame, "rg"))
            parts += group.texts.map(text)
        }
        parts += stations.map { picture(of: $0, mark($0.entry)) }
        for head in heads {
            parts.append(
                .shape(
                    "circle",
                    [
                        "class": "rh", "cx": number(RoadmapMetrics.rail), "cy": number(head.y),
                        "r": number(RoadmapMetrics.numberRadius),
                    ]))
            parts += head.texts.map(text)
        }
        let (width, height) = (number(RoadmapMetrics.width), number(range.upperBound - range.lowerBound))
        // No image: its links must stay reachable.
        return .tag(
            "svg", ["viewBox": "0 \(number(range.lowerBound)) \(width) \(height)", "width": width, "height": height],
            parts)
    }

    /// Drawn from its own corner, so that stations differ in little but their words and the page is small when packed.
    private func picture(of station: Station, _ mark: (name: String?, attributes: [Markup.Attribute])) -> Markup {
        let corner = FlowchartLayout.Point(x: station.frame.x, y: station.frame.y)
        var inside = [rectangle(station.frame, nil, from: corner)] + station.texts.map { text($0, from: corner) }
        if station.isCritical {
            inside.append(
                .shape(
                    "circle",
                    [
                        "cx": number(RoadmapMetrics.rail - corner.x), "cy": number(station.frame.midY - corner.y),
                        "r": "4.5",
                    ]))
        }
        var classes = "rx"
        if station.isCritical { classes += " rc" }
        if !station.entry.conditions.isEmpty { classes += " rf" }
        if let name = mark.name { classes += " " + name }
        return .element(
            "a",
            [
                .init("class", classes), .init("href", station.link),
                .init("transform", "translate(\(number(corner.x)) \(number(corner.y)))"),
            ] + mark.attributes, inside)
    }

    private func rectangle(
        _ frame: Rectangle, _ name: String?, from corner: FlowchartLayout.Point = FlowchartLayout.Point(x: 0, y: 0)
    ) -> Markup {
        var attributes: [Markup.Attribute] = name.map { [.init("class", $0)] } ?? []
        // 0, unless said otherwise (SVG 2 §7.4).
        if frame.x != corner.x { attributes.append(.init("x", number(frame.x - corner.x))) }
        if frame.y != corner.y { attributes.append(.init("y", number(frame.y - corner.y))) }
        attributes += [
            .init("width", number(frame.width)), .init("height", number(frame.height)), .init("rx", "8"),
        ]
        return .void("rect", attributes, closes: true)
    }

    private func text(_ text: Text) -> Markup { self.text(text, from: FlowchartLayout.Point(x: 0, y: 0)) }

    private func text(_ text: Text, from corner: FlowchartLayout.Point) -> Markup {
        var attributes: [Markup.Attribute] = [
            .init("class", text.style.rawValue), .init("x", number(text.x - corner.x)),
            .init("y", number(text.baseline - corner.y)),
        ]
        // Where a text begins, unless said otherwise (SVG 2 §11.10.2).
        if text.anchor != "start" { attributes.append(.init("text-anchor", text.anchor)) }
        return .element("text", attributes, [.text(text.text)])
    }
}
