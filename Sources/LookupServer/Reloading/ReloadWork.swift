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
    /// Reads and checks all files.
    let load: @Sendable () -> Loaded
    /// What else SIGHUP renews, such as certificates.
    let onHangup: @Sendable () -> Void
    /// Before and after a reload that SIGHUP asked for, for the service manager.
    let announce: @Sendable (_ isReloading: Bool) -> Void

    package init(
        folders: [String], load: @escaping @Sendable () -> Loaded, onHangup: @escaping @Sendable () -> Void = {},
        announce: @escaping @Sendable (_ isReloading: Bool) -> Void = { _ in }
    ) {
        self.folders = folders
        self.load = load
        self.onHangup = onHangup
        self.announce = announce
    }
}
