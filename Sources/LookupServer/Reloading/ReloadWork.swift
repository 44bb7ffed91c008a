package import Diagnostics
package import Guides

/// What a reload does, and with what.
package struct ReloadWork: Sendable {
    /// What became of the files.
    package struct Loaded: Sendable {
        /// Nil where there are errors.
        let guidebook: Guidebook?
        let diagnostics: [Diagnostic]
        let cards: PrintedCards

        package init(guidebook: Guidebook?, diagnostics: [Diagnostic], cards: PrintedCards = PrintedCards()) {
            self.guidebook = guidebook
            self.diagnostics = diagnostics
            self.cards = cards
        }
    }

    /// The folders that the files stand in.
    let folders: [String]
    /// Reads and checks all files; of those that did not change since the last time, what is known may be taken.
    let load: @Sendable (_ changed: Set<String>?) -> Loaded
    /// What else SIGHUP renews, such as certificates.
    let onHangup: @Sendable () -> Void
    /// Before and after a reload that SIGHUP asked for, for the service manager.
    let announce: @Sendable (_ isReloading: Bool) -> Void
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
        announce: @escaping @Sendable (_ isReloading: Bool) -> Void = { _ in }
    ) {
        self.folders = folders
        load = loadChanges
        self.onHangup = onHangup
        self.announce = announce
        journal = TreeJournal(of: folders)
    }
}
