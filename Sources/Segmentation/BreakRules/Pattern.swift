import ICUShims
import TextModel

/// A regular expression of ICU. It is not copied between threads: one for each worker.
final class Pattern {
  private let handle: OpaquePointer

  /// Nil when the text is no regular expression.
  init?(_ text: String) {
    var status: Int32 = 0
    let bytes = Array(text.utf8)
    guard let opened = songngu_regex_open(bytes, Int32(bytes.count), &status) else { return nil }
    handle = opened
  }

  deinit { songngu_regex_close(handle) }

  /// The offsets after the matches in valid UTF-8, ascending.
  /// - Throws: `ICUError` when matching takes too long or memory runs out.
  func ends(in bytes: [UInt8]) throws(ICUError) -> [Int] {
    var status: Int32 = 0
    var found: UnsafePointer<Int32>?
    let count = songngu_regex_ends(handle, bytes, Int32(bytes.count), &found, &status)
    guard count >= 0, status <= 0 else {
      throw ICUError("match a pattern", name: String(cString: songngu_status_name(status)))
    }
    return UnsafeBufferPointer(start: found, count: Int(count)).map(Int.init)
  }
}
