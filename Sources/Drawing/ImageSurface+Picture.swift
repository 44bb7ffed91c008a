internal import CPangoCairo

extension ImageSurface {
    /// A surface that shows a picture, each of its pixels as it is.
    package convenience init(_ picture: Picture) throws(DrawingError) {
        try self.init(width: picture.width, height: picture.height, resolution: Resolution(dotsPerInch: 72))
        try withRows { row in
            for y in 0..<picture.height {
                let target = row(y)
                for x in 0..<picture.width { target[x] = picture[x, y] }
            }
        }
        cairo_surface_mark_dirty(raw)
    }
}
