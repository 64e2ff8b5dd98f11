import TextModel

/// The repertoire of windows-1252 as browsers read it: the five unassigned bytes are C1 controls.
///
/// Source: WHATWG Encoding Standard, index windows-1252.
enum Windows1252 {
  /// The code points of bytes 80…9F.
  static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The bytes 80…9F by code point; 0 where there is none.
  private static let lows: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x2123)
    for (index, scalar) in high.enumerated() { bytes[Int(scalar)] = UInt8(index + 0x80) }
    return bytes
  }()

  /// The code point of a byte.
  static func scalar(_ byte: UInt8) -> UInt32 {
    byte >= 0x80 && byte < 0xA0 ? high[Int(byte) - 0x80] : UInt32(byte)
  }

  /// How many bytes the code point of a byte has in UTF-8.
  static func length(_ byte: UInt8) -> Int {
    let scalar = scalar(byte)
    return scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3
  }

  /// The byte of a code point, nil outside the repertoire.
  static func byte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 || (scalar >= 0xA0 && scalar <= 0xFF) { return UInt8(scalar) }
    guard scalar < lows.count, case let byte = lows[Int(scalar)], byte != 0 else { return nil }
    return byte
  }
}

extension UInt32 {
  /// The UTF-8 of a code point; of U+FFFD when it is none.
  var utf8: [UInt8] {
    Array(String(Character(Unicode.Scalar(self) ?? "\u{FFFD}")).utf8)
  }
}
