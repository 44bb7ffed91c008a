package import Diagnostics
internal import Guides

/// The designs in cards/designs/, read and checked.
package struct DesignFolder {
    /// Those without errors, by name.
    package private(set) var designs: [CardDesign] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// Texts by path, for quoting lines.
    package private(set) var texts: [String: String] = [:]
    /// Names of all files, with errors or without.
    package let names: [String]

    /// One design from its text, wherever that was kept; nil where it has errors.
    package static func design(_ text: String, stem: String, path: String, saying address: String) -> CardDesign? {
        DesignReading(text: text, stem: stem, path: path).design.flatMap { design in
            DesignCheck.check(design, saying: address).hasErrors ? nil : design
        }
    }

    /// - Parameters:
    ///   - folder: cards/designs.
    ///   - address: The longest address that a symbol has to say.
    ///   - only: Reads this design and no other.
    package init(_ folder: String, saying address: String, only: String? = nil) {
        let folder = CardsFolder(folder, only: only)
        names = folder.names
        diagnostics = folder.diagnostics
        for file in folder.files {
            guard let text = file.text() else {
                diagnostics.append(UnreadableDesign.finding(file.path))
                continue
            }
            texts[file.path] = text
            let reading = DesignReading(text: text, stem: file.stem, path: file.path)
            diagnostics += reading.diagnostics
            guard let design = reading.design else { continue }
            let found = DesignCheck.check(design, saying: address)
            diagnostics += found
            if !found.hasErrors { designs.append(design) }
        }
        diagnostics.sort()
    }
}
