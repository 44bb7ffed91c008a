internal import CPangoCairo

/// Something that can be drawn on: pixels or a page.
package class DrawingSurface {
    let raw: OpaquePointer
    /// Device units to a millimetre.
    let scale: Double
    /// Whether edges come to lie on whole device units, as pixels need it and a page does not.
    let snaps: Bool

    /// Takes over a surface that Cairo made; Cairo never returns NULL, a failure is a surface that carries the reason.
    init(taking surface: OpaquePointer, scale: Double, snaps: Bool) throws(DrawingError) {
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
        raw = surface
        self.scale = scale
        self.snaps = snaps
    }

    deinit { cairo_surface_destroy(raw) }
}
