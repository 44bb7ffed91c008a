/// A place in an input file.
package struct SourceLocation: Sendable, Hashable, Comparable {
    /// The path as the user gave it, so that terminals make it clickable.
    package let file: String
    /// The line, from 1; 0 where the file as a whole is meant.
    package let line: Int
    /// The column in Unicode scalars, from 1; 0 where the line or file as a whole is meant.
    package let column: Int

    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`, the form that compilers print.
    package var description: String {
        line == 0 ? file : "\(file):\(line):\(column)"
    }
}
