import Foundation

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first line feed at or after an offset, or the end.
  func lineEnd(from offset: Int) -> Int {
    guard let base = baseAddress, offset < count,
      let found = memchr(base + offset, 0x0A, count - offset)
    else { return count }
    return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  /// Whether the closure says yes to any line; it gets each line without its line feed.
  func containsLine(where isWanted: (Range<Int>) -> Bool) -> Bool {
    var start = 0
    while start < count {
      let end = lineEnd(from: start)
      if isWanted(start..<end) { return true }
      start = end + 1
    }
    return false
  }

  /// Calls the closure with each line without its line feed.
  func forEachLine(_ body: (Range<Int>) -> Void) {
    _ = containsLine {
      body($0)
      return false
    }
  }
}
