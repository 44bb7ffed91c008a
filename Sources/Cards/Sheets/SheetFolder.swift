package import Diagnostics
internal import Guides

/// The sheets in cards/sheets/, read and checked.
package struct SheetFolder {
    /// Those without errors, by name.
    package private(set) var sheets: [CardSheet] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// Texts by path, for quoting lines.
    package private(set) var texts: [String: String] = [:]
    /// Names of all files, with errors or without.
    package let names: [String]

    /// - Parameter folder: cards/sheets.
    package init(_ folder: String) {
        let folder = CardsFolder(folder)
        names = folder.names
        diagnostics = folder.diagnostics
        for file in folder.files {
            guard let text = file.text() else {
                diagnostics.append(UnreadableDesign.finding(file.path))
                continue
            }
            texts[file.path] = text
            let reading = SheetReading(text: text, stem: file.stem, path: file.path)
            diagnostics += reading.diagnostics
            if let sheet = reading.sheet { sheets.append(sheet) }
        }
        diagnostics.sort()
    }

    /// The sheets on which cards of a design lie.
    package func sheets(for design: CardDesign) -> [CardSheet] { sheets.filter { $0.takes(design) } }
}
