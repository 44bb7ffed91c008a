internal import Guides
package import Markup

extension FlowchartLayout {
    /// The flowchart as SVG that stands inside a page and takes its colours from the page's style sheet.
    ///
    /// Each node carries its step's index, each line its edge, so that the graph can be read back from the picture.
    package func svg(title: String) -> Markup {
        let lines = connections.map(Self.path)
        let boxes = nodes.map(group)
        let pills = labels.map { label in
            Markup.tag(
                "g", ["class": "fp", "data-edge": "\(label.edge.from)-\(label.edge.to)"],
                [
                    .shape(
                        "rect",
                        [
                            "x": number(label.frame.x), "y": number(label.frame.y), "width": number(label.frame.width),
                            "height": number(label.frame.height), "rx": "11",
                        ])
                ] + label.lines.map(Self.text))
        }
        return .tag(
            "svg",
            [
                "class": "flow", "viewBox": "0 0 \(number(size.width)) \(number(size.height))",
                "width": number(size.width), "height": number(size.height), "role": "img", "aria-label": title,
            ],
            [.tag("defs", [Self.arrowHead])] + lines + boxes + pills)
    }

    private static let arrowHead = Markup.tag(
        "marker",
        [
            "id": "fa", "viewBox": "0 0 8 8", "refX": "7.5", "refY": "4", "markerWidth": "8", "markerHeight": "8",
            "markerUnits": "userSpaceOnUse", "orient": "auto",
        ],
        [.shape("path", ["d": "M0 0 8 4 0 8Z"])])

    private func group(_ node: Node) -> Markup {
        let step = graph.steps[node.step]
        var classes = "fn a-\(step.actor.token)"
        if node.isEnd { classes += node.isOnMainPath ? " fe" : " fx" }
        if !step.conditions.isEmpty || step.isUncounted { classes += " fd" }
        let box = Markup.shape(
            "rect",
            [
                "x": number(node.frame.x), "y": number(node.frame.y), "width": number(node.frame.width),
                "height": number(node.frame.height), "rx": node.isEnd ? "16" : "6",
            ])
        return .tag("g", ["class": classes, "data-step": String(node.step)], [box] + node.lines.map(Self.text))
    }

    private static func text(_ line: TextLine) -> Markup {
        let style: String? =
            switch line.style {
            case .title: "ft";
            case .detail: nil;
            case .aside: "fu"
            }
        var attributes: [Markup.Attribute] = style.map { [.init("class", $0)] } ?? []
        attributes += [.init("x", number(line.x)), .init("y", number(line.baseline))]
        return .element("text", attributes, [.text(line.text)])
    }

    /// A line with rounded corners and an arrow's point.
    private static func path(_ connection: Connection) -> Markup {
        let points = connection.points
        guard let first = points.first, let last = points.last else { return .nothing }
        var d = "M\(number(first.x)) \(number(first.y))"
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let radius = min(6, distance(before, corner) / 2, distance(corner, after) / 2)
            let (start, end) = (toward(corner, before, radius), toward(corner, after, radius))
            d +=
                "L\(number(start.x)) \(number(start.y))Q\(number(corner.x)) \(number(corner.y)) \(number(end.x)) \(number(end.y))"
        }
        d += "L\(number(last.x)) \(number(last.y))"
        return .shape(
            "path",
            [
                "class": "fl", "d": d, "marker-end": "url(#fa)",
                "data-edge": "\(connection.edge.from)-\(connection.edge.to)",
            ])
    }

    private static func distance(_ a: Point, _ b: Point) -> Double { abs(a.x - b.x) + abs(a.y - b.y) }

    /// The point so far from `a` on the way to `b`.
    private static func toward(_ a: Point, _ b: Point, _ length: Double) -> Point {
        let whole = distance(a, b)
        guard whole > 0 else { return a }
        return Point(x: a.x + (b.x - a.x) * length / whole, y: a.y + (b.y - a.y) * length / whole)
    }
}

extension FlowStep.Actor {
    /// The short Latin name used in class names.
    package var token: String {
        switch self {
        case .applicant: "p"
        case .window: "w"
        case .department: "d"
        case .thirdParty: "t"
        }
    }
}

/// A number without needless digits: SVG in a page is counted by the byte.
func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}
