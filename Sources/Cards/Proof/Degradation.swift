internal import BarcodeReading
internal import Foundation

/// Shows a symbol as a bad camera would see it.
struct Degradation {
    /// The symbol with its quiet zone, reduced to few pixels, on white all around.
    private let side: Int
    private let pixels: [Float]
    private let pixelsPerModule: Double

    /// - Parameters:
    ///   - picture: The symbol with its quiet zone, a square.
    ///   - modulePixels: The side of one module.
    init(of picture: GreyPicture, modulePixels: Int) {
        // Whole pixels are averaged, as a camera's do; at least three to a module are kept for the rest.
        let step = max(1, modulePixels / 3)
        side = picture.width / step
        pixelsPerModule = Double(modulePixels) / Double(step)
        var reduced = [Float](repeating: 0, count: side * side)
        let (side, step2) = (side, Float(step * step))
        picture.pixels.withUnsafeBufferPointer { source in
            for y in 0..<side {
                for line in 0..<step {
                    let row = (y * step + line) * picture.width
                    for x in 0..<side {
                        var sum: Int = 0
                        for column in 0..<step { sum += Int(source[row + x * step + column]) }
                        reduced[y * side + x] += Float(sum) / step2
                    }
                }
            }
        }
        pixels = reduced
    }

    /// The picture after some damage.
    func picture(after damage: ProofMargin.Damage) -> GreyPicture {
        let scale = min(1, damage.pixelsPerModule / pixelsPerModule)
        let angle = damage.turn * Double.pi / 180
        let (sine, cosine) = (sin(angle), cos(angle))
        let length = max(8, Int((Double(side) * scale * (abs(sine) + cosine)).rounded(.up)))
        let blurred = blurred(sigma: damage.blur * pixelsPerModule)
        let centre = Double(side - 1) / 2, newCentre = Double(length - 1) / 2
        // The pale rest of black and white lies in the middle, and paper is no more than light grey.
        let contrast = Float(damage.contrast)
        var result = [UInt8](repeating: 0, count: length * length)
        blurred.withUnsafeBufferPointer { blurred in
            for y in 0..<length {
                let dy = (Double(y) - newCentre) / scale
                for x in 0..<length {
                    let dx = (Double(x) - newCentre) / scale
                    let value = sample(blurred, cosine * dx + sine * dy + centre, cosine * dy - sine * dx + centre)
                    result[y * length + x] = UInt8(128 + (value - 128) * contrast)
                }
            }
        }
        return GreyPicture(width: length, height: length, pixels: result)
    }

    /// Between four neighbours; white outside.
    private func sample(_ source: UnsafeBufferPointer<Float>, _ x: Double, _ y: Double) -> Float {
        guard x >= 0, y >= 0 else { return 255 }
        let left = Int(x), top = Int(y)
        guard left + 1 < side, top + 1 < side else { return 255 }
        let (u, v) = (Float(x - Double(left)), Float(y - Double(top)))
        let index = top * side + left
        let upper = source[index] * (1 - u) + source[index + 1] * u
        let lower = source[index + side] * (1 - u) + source[index + side + 1] * u
        return upper * (1 - v) + lower * v
    }

    /// A Gaussian blur, first along the rows, then along the columns.
    private func blurred(sigma: Double) -> [Float] {
        let radius = Int((2.5 * sigma).rounded(.up))
        guard radius > 0 else { return pixels }
        let weights = (-radius...radius).map { Float(exp(-Double($0 * $0) / (2 * sigma * sigma))) }
        let total = weights.reduce(0, +)
        let kernel = weights.map { $0 / total }
        let rows = convolved(pixels, kernel, radius, step: 1, line: side)
        return convolved(rows, kernel, radius, step: side, line: 1)
    }

    /// Along lines that are `line` apart, from one place to the next by `step`.
    ///
    /// Term by term over a whole line, which the compiler turns into vector instructions.
    private func convolved(_ source: [Float], _ kernel: [Float], _ radius: Int, step: Int, line: Int) -> [Float] {
        // The quiet zone is white and wider than the blur.
        var result = [Float](repeating: 255, count: source.count)
        let inner = side - 2 * radius
        guard inner > 0 else { return result }
        source.withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { result in
                guard let from = source.baseAddress, let to = result.baseAddress else { return }
                if step == 1 {
                    for row in 0..<side {
                        Self.sum(from + row * line, to + row * line + radius, kernel, apart: 1, count: inner)
                    }
                } else {
                    for row in 0..<inner {
                        Self.sum(from + row * step, to + (row + radius) * step, kernel, apart: step, count: side)
                    }
                }
            }
        }
        return result
    }

    /// A sum of lines of the source, each `apart` from the one before, weighted by the kernel.
    private static func sum(
        _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ kernel: [Float], apart: Int, count: Int
    ) {
        for place in 0..<count { target[place] = 0 }
        for (offset, weight) in kernel.enumerated() {
            let shifted = source + offset * apart
            for place in 0..<count { target[place] += shifted[place] * weight }
        }
    }
}
