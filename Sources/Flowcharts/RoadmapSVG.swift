package import Guides
package import Markup

extension RoadmapChart {
    /// The chart as SVG that stands inside a page and takes its colours from the page's style sheet; every item is a
    /// link to its page.
    ///
    /// - Parameter mark: For an entry, a class to add where it has one, and attributes.
    package func svg(
        mark: (Roadmap.Entry) -> (name: String?, attributes: [Markup.Attribute]) = { _ in (nil, []) }
    ) -> Markup {
        var parts: [Markup] = []
        if let first = heads.first, let last = stations.last {
            parts.append(
                .shape("path", ["class": "rr", "d": "M\(number(RoadmapMetrics.rail)) \(number(first.y))V\(number(last.frame.midY))"]))
        }
        for group in groups {
            parts.append(rectangle(group.frame, "rg"))
            parts += group.label.map(text)
        }
        for station in stations {
            var inside = [rectangle(station.frame, nil)] + station.texts.map(text)
            if station.isCritical {
                inside.append(.shape("circle", [
                    "cx": number(RoadmapMetrics.rail), "cy": number(station.frame.midY), "r": "4.5",
                ]))
            }
            var classes = "rx"
            if station.isCritical { classes += " rc" }
            if !station.entry.conditions.isEmpty { classes += " rf" }
            let mark = mark(station.entry)
            if let name = mark.name { classes += " " + name }
            parts.append(
                .element(
                    "a", [.init("class", classes), .init("href", station.link), .init("data-item", station.entry.item)] + mark.attributes,
                    inside))
        }
        for head in heads {
            parts.append(.shape("circle", [
                "class": "rh", "cx": number(RoadmapMetrics.rail), "cy": number(head.y),
                "r": number(RoadmapMetrics.numberRadius),
            ]))
            parts += head.texts.map(text)
        }
        // No image: its links must stay reachable.
        return .tag(
            "svg",
            [
                "class": "road", "viewBox": "0 0 \(number(RoadmapMetrics.width)) \(number(height))",
                "width": number(RoadmapMetrics.width), "height": number(height),
            ], parts)
    }

    private func rectangle(_ frame: Rectangle, _ name: String?) -> Markup {
        var attributes: [Markup.Attribute] = name.map { [.init("class", $0)] } ?? []
        attributes += [
            .init("x", number(frame.x)), .init("y", number(frame.y)), .init("width", number(frame.width)),
            .init("height", number(frame.height)), .init("rx", "8"),
        ]
        return .void("rect", attributes, closes: true)
    }

    private func text(_ text: Text) -> Markup {
        .tag(
            "text",
            [
                "class": text.style.rawValue, "x": number(text.x), "y": number(text.baseline),
                "text-anchor": text.anchor,
            ], text.text)
    }
}
