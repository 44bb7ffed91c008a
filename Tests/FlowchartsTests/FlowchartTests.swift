internal import Drawing
internal import Flowcharts
internal import Foundation
internal import FoundationXML
internal import Guides
internal import Markup
internal import TestSupport
internal import Testing

/// Every flow that ships, drawn.
@Suite struct FlowchartTests {
    private let charts: [(item: Item, layout: FlowchartLayout)]

    init() throws {
        let guidebook = try #require(
            GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).load().guidebook)
        let measurer = try TextMeasurer()
        charts = try guidebook.items.values.sorted { $0.stem < $1.stem }.map {
            ($0, try FlowchartLayout(FlowGraph($0.steps), measuring: measurer))
        }
        try #require(charts.count > 20)
    }

    @Test func noLineRunsThroughANodeOrAnotherLinesLabel() {
        for (item, layout) in charts {
            for connection in layout.connections {
                for (start, end) in zip(connection.points, connection.points.dropFirst()) {
                    for node in layout.nodes {
                        #expect(
                            !Self.crosses(start, end, node.frame),
                            "\(item.stem): \(connection.edge) through \(node.step)")
                    }
                    for label in layout.labels where label.edge != connection.edge {
                        #expect(
                            !Self.crosses(start, end, label.frame),
                            "\(item.stem): \(connection.edge) through label of \(label.edge)")
                    }
                }
            }
        }
    }

    @Test func nodesStandApartAndInsideTheColumn() {
        for (item, layout) in charts {
            for (index, node) in layout.nodes.enumerated() {
                #expect(
                    node.frame.x >= 0 && node.frame.maxX <= layout.size.width && node.frame.maxY <= layout.size.height,
                    "\(item.stem)")
                for other in layout.nodes.dropFirst(index + 1) {
                    #expect(!Self.overlap(node.frame, other.frame), "\(item.stem): \(node.step) and \(other.step)")
                }
                for label in layout.labels where label.edge.to != node.step {
                    #expect(
                        !Self.overlap(node.frame, label.frame), "\(item.stem): \(node.step) and label of \(label.edge)")
                }
            }
        }
    }

    @Test func wordsFitTheirBoxes() {
        for (item, layout) in charts {
            for node in layout.nodes {
                for line in node.lines { #expect(line.width <= node.frame.width - 8, "\(item.stem): \(line.text)") }
            }
            for label in layout.labels {
                for line in label.lines { #expect(line.width <= label.frame.width - 8, "\(item.stem): \(line.text)") }
            }
        }
    }

    @Test func mainPathRunsStraightDown() {
        for (item, layout) in charts {
            let path = layout.graph.mainPath
            let middles = path.compactMap { step in layout.nodes.first { $0.step == step }?.frame.midX }
            #expect(Set(middles).count == 1, "\(item.stem)")
            let tops = path.compactMap { step in layout.nodes.first { $0.step == step }?.frame.y }
            #expect(tops == tops.sorted() && tops.count == path.count, "\(item.stem)")
        }
    }

    @Test func pictureSaysWhatTheGraphSays() throws {
        for (item, layout) in charts {
            let document = try XMLDocument(xmlString: layout.svg(title: item.name).html)
            let nodes = try document.nodes(forXPath: "//*[local-name()='g'][@data-step]")
            var names: [Int: String] = [:]
            var actors: [Int: String] = [:]
            for case let node as XMLElement in nodes {
                let step = try #require(node.attribute(forName: "data-step")?.stringValue.flatMap { Int($0) })
                names[step] = try node.nodes(forXPath: "*[local-name()='text'][@class='ft']").compactMap(\.stringValue)
                    .joined()
                actors[step] = node.attribute(forName: "class")?.stringValue?.split(separator: " ").first {
                    $0.hasPrefix("a-")
                }.map { String($0.dropFirst(2)) }
            }
            for (index, step) in layout.graph.steps.enumerated() {
                #expect(names[index] == step.name, "\(item.stem)")
                #expect(actors[index] == step.actor.token, "\(item.stem): \(step.name)")
            }
            #expect(names.count == layout.graph.steps.count)

            var conditions: [String: [String]] = [:]
            for case let label as XMLElement in try document.nodes(forXPath: "//*[@class='fp']") {
                let edge = try #require(label.attribute(forName: "data-edge")?.stringValue)
                conditions[edge, default: []].append(
                    try label.nodes(forXPath: "*[local-name()='text']").compactMap(\.stringValue).joined())
            }
            var edges: Set<String> = []
            var lines: [String: Int] = [:]
            for case let line as XMLElement in try document.nodes(forXPath: "//*[local-name()='path'][@data-edge]") {
                lines[try #require(line.attribute(forName: "data-edge")?.stringValue), default: 0] += 1
            }
            for (edge, count) in lines {
                let labelled = conditions[edge] ?? []
                for condition in labelled { edges.insert("\(edge) \(condition)") }
                if count > labelled.count { edges.insert("\(edge) ") }
            }
            #expect(
                edges == Set(layout.graph.edges.map { "\($0.from)-\($0.to) \($0.condition ?? "")" }), "\(item.stem)")
        }
    }

    /// Whether a horizontal or vertical line comes into a frame's inside; touching its edge is no crossing.
    private static func crosses(
        _ start: FlowchartLayout.Point, _ end: FlowchartLayout.Point, _ frame: FlowchartLayout.Rectangle
    ) -> Bool {
        let inset = 1.0
        return max(start.x, end.x) > frame.x + inset && min(start.x, end.x) < frame.maxX - inset
            && max(start.y, end.y) > frame.y + inset && min(start.y, end.y) < frame.maxY - inset
    }

    private static func overlap(_ a: FlowchartLayout.Rectangle, _ b: FlowchartLayout.Rectangle) -> Bool {
        a.x < b.maxX && b.x < a.maxX && a.y < b.maxY && b.y < a.maxY
    }
}
