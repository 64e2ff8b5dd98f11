import TextModel

/// Goes once through bytes, sees whether they are valid UTF-8, and notes which concerns they raise.
///
/// Law: a repair makes no edit in a text that raises none of its concerns. A survey may raise a concern
/// too many, never one too few. Nearly every character of a Vietnamese text is ASCII, two bytes from
/// U+00C0 on or three bytes from U+1E00 on; these take the short ways through the loop.
public struct TextSurvey: Sendable {
  /// Whether the bytes are valid UTF-8. The survey ends where they are not.
  public private(set) var isValid = true
  /// The concerns of the text.
  public private(set) var concerns: Concerns = []
  private var line = Line()

  /// What is known of the line so far.
  private struct Line {
    var isBeyondASCII = false
    /// Holds a character that windows-1252 has not.
    var isBeyondWestern = false
    /// Holds a letter that would not have survived being read as windows-1258.
    var isProvenSound = false
  }

  /// Surveys bytes. Complexity: linear.
  public init(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { run($0) } }

  private mutating func run(_ text: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x3F || byte == 0x7F { ascii(text, at: offset) }
        offset += 1
        continue
      }
      line.isBeyondASCII = true
      if byte == 0xC3, text.isTail(offset + 1) {
        latin1(text, at: offset)
        offset += 2
      } else if byte == 0xE1, text.isTail(offset + 2), 0xB8...0xBB ~= text[offset + 1] {
        line.isBeyondWestern = true
        offset += 3
      } else {
        let length = UTF8Scan.validLength(text, offset)
        guard length > 0 else {
          isValid = false
          return
        }
        other(text.scalar(at: offset).value)
        offset += length
      }
    }
    endLine()
  }

  private mutating func endLine() {
    guard line.isBeyondASCII else { return }
    concerns.insert(.beyondASCII)
    if !line.isBeyondWestern { concerns.insert(.westernLine) }
    if !line.isProvenSound { concerns.insert(.unprovenLine) }
    line = Line()
  }

  private mutating func ascii(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    switch text[offset] {
    case 0x0A: endLine()
    case 0x09...0x0D: break
    case UInt8(ascii: "?"):
      let after = text.byte(offset + 1)
      if Self.mayBeSmall(after == 0x20 ? text.byte(offset + 2) : after) {
        concerns.insert(.lostLetters)
      }
    default: concerns.insert(.controls)
    }
  }

  /// Whether a small letter may begin with a byte.
  private static func mayBeSmall(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (byte >= 0x80 && byte != 0xE2)
  }

  /// U+00C0…U+00FF.
  private mutating func latin1(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let scalar = 0xC0 | UInt32(text[offset + 1] & 0x3F)
    if Windows1258Letters.isSoundOnly(scalar) { line.isProvenSound = true }
    if scalar == 0xD0 || scalar == 0xF0 { concerns.insert(.eth) }
    // Only a character of windows-1252 below 0xC0 can go on a sequence.
    guard (0xC2...0xF4).contains(scalar) else { return }
    switch text.byte(offset + 2) {
    case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2:
      if !concerns.contains(.doubleEncoding),
        DoubleEncodingRepair.sequence(text, at: offset, limit: text.count) != nil
      {
        concerns.insert(.doubleEncoding)
      }
    default: break
    }
  }

  /// A character for which the loop has no short way.
  private mutating func other(_ scalar: UInt32) {
    if Windows1252.byte(scalar) == nil { line.isBeyondWestern = true }
    if !Self.isInert(scalar) { concerns.insert(.composition) }
    switch scalar {
    case 0x85: break
    case 0x80..<0xA0: concerns.insert(.controls)
    case 0xFF10...0xFF5A: concerns.insert(.fullWidth)
    case 0xFFFD: concerns.insert(.lostLetters)
    case 0x061C: concerns.insert(.invisibles)
    default: if InvisibleCharacters.isInvisible(scalar) { concerns.insert(.invisibles) }
    }
  }

  /// Whether a text of such characters alone is in Normalization Form C: none has a canonical
  /// decomposition that NFC keeps, and none composes with the character before it.
  ///
  /// It holds what stands in Vietnamese text, not all that Unicode would allow. Source: UAX #15,
  /// NFC_Quick_Check.
  private static func isInert(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300, 0x400..<0x483, 0x1E00..<0x1F00, 0x2002..<0x20C0, 0x2100..<0x2126,
      0x212C..<0x2329, 0x232B..<0x2ADC, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0xFF01..<0xFFE0, 0xFFFD,
      0x1F000..<0x1FB00:
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The byte at an offset, 0 after the end.
  fileprivate func byte(_ offset: Int) -> UInt8 { offset < count ? self[offset] : 0 }
  /// Whether a byte that goes on a sequence stands at an offset.
  fileprivate func isTail(_ offset: Int) -> Bool { byte(offset) & 0xC0 == 0x80 }
}
