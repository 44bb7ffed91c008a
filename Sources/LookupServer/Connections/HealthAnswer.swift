internal import HTTPTypes
internal import Publication

/// `/healthz`: that connections are taken and answered.
///
/// Over plain HTTP it is given on the loops that answer codes, past everything else: what it says holds for scans.
enum HealthAnswer {
    static let path = "/healthz"
    static let response = ReadyResponse(
        Array("ok\n".utf8), contentType: MediaType.text, cacheControl: "no-store", compressing: false)
    /// The same as bytes that lack only the date.
    static let bytes = HotPage.Answer(.ok, response.fields(of: response.plain), body: response.plain)
}
