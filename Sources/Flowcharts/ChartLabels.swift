package import Guides

/// The words of guide files that stand in charts, without laying a chart out.
package enum ChartLabels {
    /// Everything in and beside the boxes of a flow.
    package static func of(_ steps: [FlowStep]) -> [String] { steps.flatMap { FlowchartTexts.labels(of: $0) } }

    /// Everything in the stations of a roadmap.
    package static func of(_ roadmap: Roadmap) -> [String] {
        roadmap.stages.flatMap { stage in
            [stage.name, stage.lead]
                + stage.items.flatMap { [$0.item, $0.parallel].compactMap(\.self) + $0.conditions }
        }
    }
}
