import Vietnamese

/// FNV-1a over the name of a feature, fed piece by piece; syllables go in as their match keys.
struct FeatureHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ start: StaticString) {
    start.withUTF8Buffer { for byte in $0 { add(byte) } }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// A number below ten as its digit, a greater one as `9`.
  mutating func add(number: Int) { add(UInt8(ascii: "0") + UInt8(clamping: min(number, 9))) }

  mutating func add(_ key: MatchKey) {
    value = (value ^ key.value ^ key.value >> 31) &* 0x9E37_79B9_7F4A_7C15
  }

  func adding(_ byte: UInt8) -> FeatureHash {
    var copy = self
    copy.add(byte)
    return copy
  }

  func adding(_ bytes: some Sequence<UInt8>) -> FeatureHash {
    var copy = self
    copy.add(bytes)
    return copy
  }

  func adding(number: Int) -> FeatureHash {
    var copy = self
    copy.add(number: number)
    return copy
  }
}
