/// The colours of the six fields.
///
/// Sober, told apart at arm's length and by people who confuse red and green (they differ in lightness too), inside
/// the gamut of coated offset paper; white text on each has a contrast of at least 5.5.
package enum FieldColours {
    /// In the order of the programme.
    package static let all: [(field: String, colour: String)] = [
        ("重大产业", "#1D4F91"),
        ("民生发展", "#8C5A00"),
        ("基础提升", "#3D4F5C"),
        ("高端化工", "#5F3B82"),
        ("现代物流", "#00695C"),
        ("房地产开发", "#A3322B"),
    ]

    /// The colour of a field, nil for a name that is none of the six.
    package static func colour(of field: String) -> String? {
        all.first { $0.field == field }?.colour
    }
}
