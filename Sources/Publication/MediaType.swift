/// The media types that go out.
package enum MediaType {
    package static let html = "text/html; charset=utf-8"
    package static let text = "text/plain; charset=utf-8"
    package static let json = "application/json"
    package static let table = "text/csv; charset=utf-8"
    package static let picture = "image/svg+xml"
    package static let photo = "image/png"
    package static let schema = "application/schema+json"
    package static let linksetJSON = "application/linkset+json"
    package static let linkset = "application/linkset"
    package static let metrics = "text/plain; version=0.0.4; charset=utf-8"
}
