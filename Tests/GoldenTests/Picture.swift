import CPNG
import Foundation

/// A picture read back by libpng's simple interface, as red, green, blue and alpha in turn.
struct Picture: Equatable {
    struct Unreadable: Error {}

    let width: Int
    let height: Int
    let samples: [UInt8]

    init(file: String) throws {
        try self.init(bytes: [UInt8](Data(contentsOf: URL(filePath: file))))
    }

    init(bytes: [UInt8]) throws {
        var image = unsafe png_image()
        unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
        let format = png_uint_32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
        let samples: [UInt8]? = unsafe bytes.withUnsafeBytes { buffer in
            guard
                unsafe png_image_begin_read_from_memory(&image, buffer.baseAddress, buffer.count)
                    != 0
            else { return nil }
            unsafe image.format = format
            var samples = unsafe [UInt8](
                repeating: 0, count: Int(image.width) * Int(image.height) * 4)
            let finished = unsafe samples.withUnsafeMutableBytes { target in
                unsafe png_image_finish_read(&image, nil, target.baseAddress, 0, nil)
            }
            return finished != 0 ? samples : nil
        }
        guard let samples else { throw Unreadable() }
        unsafe width = Int(image.width)
        unsafe height = Int(image.height)
        self.samples = samples
    }

    /// How much two pictures differ, channel by channel. A step of 6 of 255 is seen by nobody.
    func difference(from other: Picture) -> Difference {
        guard width == other.width, height == other.height else {
            return Difference(
                picture: self, samples: [], differing: 0,
                summary: "\(other.width)x\(other.height) instead of \(width)x\(height)",
                isOfAnotherSize: true)
        }
        var marked: [UInt8] = []
        marked.reserveCapacity(samples.count)
        var differing = 0
        var most = 0
        for pixel in stride(from: 0, to: samples.count, by: 4) {
            let step = (0..<4).reduce(0) {
                max($0, abs(Int(samples[pixel + $1]) - Int(other.samples[pixel + $1])))
            }
            most = max(most, step)
            if step > 6 { differing += 1 }
            marked += step > 6 ? [255, 0, 0, 255] : [240, 240, 240, 255]
        }
        return Difference(
            picture: self, samples: marked, differing: differing,
            summary: "\(differing) pixels differ, by up to \(most) of 255", isOfAnotherSize: false)
    }
}

/// Where two pictures differ, in red.
struct Difference {
    let picture: Picture
    let samples: [UInt8]
    let differing: Int
    let summary: String
    let isOfAnotherSize: Bool

    var differingShare: Double { Double(differing) / Double(picture.width * picture.height) }

    func write(to path: String) throws {
        var image = unsafe png_image()
        unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
        unsafe image.width = png_uint_32(picture.width)
        unsafe image.height = png_uint_32(picture.height)
        unsafe image.format = png_uint_32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
        let written = unsafe samples.withUnsafeBytes { buffer in
            unsafe png_image_write_to_file(&image, path, 0, buffer.baseAddress, 0, nil)
        }
        guard written != 0 else { throw Picture.Unreadable() }
    }
}
