package import Diagnostics
package import Guides
package import Publication

/// What a reload does, and with what.
package struct ReloadWork: Sendable {
    /// What became of the files.
    package struct Loaded: Sendable {
        /// What can be served; nil where that is nothing.
        let guidebook: Guidebook?
        /// What is wrong with the newest files.
        package let problems: [LiveSite.Problem]
        let cards: PrintedCards

        /// - Parameters:
        ///   - diagnostics: Findings in the newest guide files, of which errors count.
        ///   - warnings: Findings that keep nothing from being served, whatever their severity.
        package init(
            guidebook: Guidebook?, diagnostics: [Diagnostic], warnings: [Diagnostic] = [],
            cards: PrintedCards = PrintedCards()
        ) {
            self.guidebook = guidebook
            let minor = warnings.map { finding in
                var problem = LiveSite.Problem(finding)
                problem.isError = false
                return problem
            }
            problems = diagnostics.filter { $0.severity == .error }.map { LiveSite.Problem($0) } + minor
            self.cards = cards
        }
    }

    /// The folders that the files stand in.
    let folders: [String]
    /// Reads and checks all files; of those that did not change since the last time, what is known may be taken.
    let load: @Sendable (_ changed: Set<String>?) -> Loaded
    /// What else SIGHUP renews, such as certificates.
    let onHangup: @Sendable () -> Void
    /// Before a reload that SIGHUP asked for, and after every reload, for the service manager.
    let announce: @Sendable (_ isReloading: Bool) -> Void
    /// Says which charts cannot be drawn, with their places.
    let chartProblems: @Sendable (Publication) -> [LiveSite.Problem]
    /// Keeps what was loaded last for the next start; on a thread of its own.
    let keep: @Sendable () -> Void
    let journal: TreeJournal

    package init(
        folders: [String], load: @escaping @Sendable () -> Loaded, onHangup: @escaping @Sendable () -> Void = {},
        announce: @escaping @Sendable (_ isReloading: Bool) -> Void = { _ in }
    ) {
        self.init(folders: folders, loadChanges: { _ in load() }, onHangup: onHangup, announce: announce)
    }

    /// - Parameter loadChanges: Loads the files when those at the given paths may have changed since it was last called;
    ///   nil where any may.
    package init(
        folders: [String], loadChanges: @escaping @Sendable (_ changed: Set<String>?) -> Loaded,
        onHangup: @escaping @Sendable () -> Void = {},
        announce: @escaping @Sendable (_ isReloading: Bool) -> Void = { _ in },
        chartProblems: @escaping @Sendable (Publication) -> [LiveSite.Problem] = { _ in [] },
        keep: @escaping @Sendable () -> Void = {}
    ) {
        self.folders = folders
        load = loadChanges
        self.onHangup = onHangup
        self.announce = announce
        self.chartProblems = chartProblems
        self.keep = keep
        journal = TreeJournal(of: folders)
    }
}
