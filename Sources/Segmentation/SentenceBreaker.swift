import ICUShims
public import TextModel

/// ICU's sentence boundaries (UAX #29) in one call for a text.
///
/// It owns an ICU iterator, so it is not copied and stays on one thread: one for each worker.
public struct SentenceBreaker: ~Copyable {
  private let handle: OpaquePointer

  /// Opens the iterator. CLDR has no rules of its own for Vietnamese: `vi` behaves as the root.
  /// - Throws: `ICUError` when ICU cannot open it.
  public init(locale: String = "vi") throws(ICUError) {
    var status: Int32 = 0
    guard let opened = songngu_breaker_open(locale, &status) else {
      throw ICUError(
        "open a sentence breaker for '\(locale)'",
        name: String(cString: songngu_status_name(status)))
    }
    handle = opened
  }

  deinit { songngu_breaker_close(handle) }

  /// The offsets of all boundaries after 0 in valid UTF-8; the last is its length.
  /// - Throws: `ICUError` when memory runs out.
  public borrowing func boundaries(of bytes: [UInt8]) throws(ICUError) -> [Int32] {
    var status: Int32 = 0
    var found: UnsafePointer<Int32>?
    let count = songngu_sentence_boundaries(handle, bytes, Int32(bytes.count), &found, &status)
    guard count >= 0, status <= 0 else {
      throw ICUError("break sentences", name: String(cString: songngu_status_name(status)))
    }
    return Array(UnsafeBufferPointer(start: found, count: Int(count)))
  }
}
