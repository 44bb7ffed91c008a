internal import HTTPTypes
internal import Pages

extension HTTPFields {
    /// What every answer carries: nothing from elsewhere is loaded, nothing is guessed, nobody frames the page, and
    /// anybody's script may read what everybody may read.
    static let site: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = Page.contentSecurityPolicy
        fields[.xContentTypeOptions] = "nosniff"
        fields[.referrerPolicy] = "no-referrer"
        fields[.accessControlAllowOrigin] = "*"
        return fields
    }()

    /// What a browser asks before it lets another site's script read an answer (Fetch standard §3.2).
    static let preflight: HTTPFields = {
        var fields = HTTPFields.site
        fields[.allow] = LookupResponder.allowedMethods
        fields[.accessControlAllowMethods] = LookupResponder.allowedMethods
        fields[.accessControlAllowHeaders] = "Accept, If-None-Match"
        fields[.accessControlExposeHeaders] = "ETag, Link"
        fields[.accessControlMaxAge] = "86400"
        return fields
    }()
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name.known("Referrer-Policy")
    static let xForwardedFor = HTTPField.Name.known("X-Forwarded-For")
    static let xRealIP = HTTPField.Name.known("X-Real-IP")
    static let forwarded = HTTPField.Name.known("Forwarded")
    static let via = HTTPField.Name.known("Via")
    static let link = HTTPField.Name.known("Link")
    static let secPurpose = HTTPField.Name.known("Sec-Purpose")

    /// Names of our own are tokens, so that the fallback is never taken.
    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }
}
