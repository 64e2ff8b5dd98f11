extension Collection where Element == UInt8, Index == Int {
  /// The scalar that starts at an offset of valid UTF-8, and its length in bytes.
  @inlinable
  public func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    func tail(_ step: Int) -> UInt32 {
      offset + step < endIndex ? UInt32(self[offset + step] & 0x3F) : 0
    }
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return (UInt32(first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// The scalar that ends before an offset of valid UTF-8, and its length; nil at the start.
  @inlinable
  public func scalar(before offset: Int) -> (value: UInt32, length: Int)? {
    guard offset > startIndex else { return nil }
    var start = offset - 1
    while start > startIndex, self[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return scalar(at: start)
  }
}
