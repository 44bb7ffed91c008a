/// A piece of HTML or SVG as a value.
///
/// Words from guide files only ever become `text` or attribute values, and both are escaped when written, so that
/// escaping cannot be forgotten.
package indirect enum Markup: Sendable {
    case element(String, [Attribute], [Markup])
    /// An element that HTML never closes, such as `meta`, or a childless one of SVG.
    case void(String, [Attribute], closes: Bool)
    case text(String)
    case fragment([Markup])
    /// Words of our own that must not be escaped: style sheets and scripts. Never anything from a file.
    case verbatim(StaticString)
    /// JSON inside a script element, where HTML's escapes do not count.
    case scriptData(String)

    /// A name and a value; nil stands for the bare name, as in `hidden`.
    package struct Attribute: Sendable {
        package let name: String
        package let value: String?

        package init(_ name: String, _ value: String?) {
            self.name = name
            self.value = value
        }
    }

    /// Nothing at all.
    package static let nothing = Markup.fragment([])

    /// An element that HTML closes.
    package static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String?>, _ children: [Markup]
    ) -> Markup {
        .element(name, attributes.map { Attribute($0, $1) }, children)
    }

    /// An element without attributes.
    package static func tag(_ name: String, _ children: [Markup]) -> Markup {
        .element(name, [], children)
    }

    /// An element with nothing but words in it.
    package static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String
    ) -> Markup {
        .element(name, attributes.map { Attribute($0, $1) }, [.text(text)])
    }

    /// An element of HTML that has no end tag.
    package static func void(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> Markup {
        .void(name, attributes.map { Attribute($0, $1) }, closes: false)
    }

    /// A childless element of SVG.
    package static func shape(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> Markup {
        .void(name, attributes.map { Attribute($0, $1) }, closes: true)
    }
}

extension Markup: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}

extension Markup {
    /// The characters of the markup, UTF-8.
    package func write(to output: inout String) {
        switch self {
        case .element(let name, let attributes, let children):
            Markup.open(name, attributes, to: &output)
            output += ">"
            for child in children { child.write(to: &output) }
            output += "</\(name)>"
        case .void(let name, let attributes, let closes):
            Markup.open(name, attributes, to: &output)
            output += closes ? "/>" : ">"
        case .text(let text):
            Markup.escape(text, inAttribute: false, to: &output)
        case .fragment(let children):
            for child in children { child.write(to: &output) }
        case .verbatim(let text):
            output += text.description
        case .scriptData(let json):
            // "</script" and "<!--" would end or change the script element (HTML standard §4.12.1.3).
            for character in json.unicodeScalars {
                if character == "<" { output += "\\u003C" } else { output.unicodeScalars.append(character) }
            }
        }
    }

    /// The markup as text.
    package var html: String {
        var output = ""
        write(to: &output)
        return output
    }

    private static func open(_ name: String, _ attributes: [Attribute], to output: inout String) {
        output += "<\(name)"
        for attribute in attributes {
            output += " \(attribute.name)"
            guard let value = attribute.value else { continue }
            output += "=\""
            escape(value, inAttribute: true, to: &output)
            output += "\""
        }
    }

    private static func escape(_ text: String, inAttribute: Bool, to output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">" where !inAttribute: output += "&gt;"
            case "\"" where inAttribute: output += "&quot;"
            // Characters that HTML does not allow at all (Infra: control, not white space) are dropped.
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Markup {
    /// The same markup with every attribute looked at once, as for putting something into all addresses of a page.
    package func mappingAttributes(_ transform: (_ element: String, Attribute) -> Attribute) -> Markup {
        switch self {
        case .element(let name, let attributes, let children):
            .element(name, attributes.map { transform(name, $0) }, children.map { $0.mappingAttributes(transform) })
        case .void(let name, let attributes, let closes):
            .void(name, attributes.map { transform(name, $0) }, closes: closes)
        case .fragment(let children):
            .fragment(children.map { $0.mappingAttributes(transform) })
        case .text, .verbatim, .scriptData:
            self
        }
    }

    /// The same with something put behind what is in every element of a name, as a hidden field into every form.
    package func appending(_ addition: Markup, to element: String) -> Markup {
        switch self {
        case .element(let name, let attributes, let children):
            .element(
                name, attributes,
                children.map { $0.appending(addition, to: element) } + (name == element ? [addition] : []))
        case .fragment(let children):
            .fragment(children.map { $0.appending(addition, to: element) })
        case .void, .text, .verbatim, .scriptData:
            self
        }
    }
}
