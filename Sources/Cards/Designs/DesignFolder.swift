package import Diagnostics
internal import Foundation

/// The designs in cards/designs/, read and checked.
package struct DesignFolder {
    /// Those without errors, by name.
    package private(set) var designs: [CardDesign] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// Texts by path, for quoting lines.
    package private(set) var texts: [String: String] = [:]
    /// Names of all files, with errors or without.
    package private(set) var names: [String] = []

    /// - Parameters:
    ///   - folder: cards/designs.
    ///   - address: The longest address that a symbol has to say.
    ///   - only: Reads this design and no other.
    package init(_ folder: String, saying address: String, only: String? = nil) {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for entry in entries.sorted() where entry.hasSuffix(".yaml") && !entry.hasPrefix(".") {
            let stem = String(entry.dropLast(5)).precomposedStringWithCanonicalMapping
            names.append(stem)
            guard only == nil || only == stem else { continue }
            let path = folder + "/" + entry
            guard let data = FileManager.default.contents(atPath: path),
                let text = String(validating: data, as: UTF8.self)
            else {
                diagnostics.append(DesignFinding.unreadable(path))
                continue
            }
            texts[path] = text
            let reading = DesignReading(text: text, stem: stem, path: path)
            diagnostics += reading.diagnostics
            guard let design = reading.design else { continue }
            let found = DesignCheck.check(design, saying: address)
            diagnostics += found
            if !found.hasErrors { designs.append(design) }
        }
        diagnostics.sort()
    }
}
