import TextModel
import Vietnamese

/// What a character may have been before Windows-1252 bytes were read as Windows-1258.
///
/// The two code pages differ in few places: `ã õ ý` became `ă ơ ư`, and `ì ò Ì Ò` became combining
/// marks (U+0301, U+0323, U+0300, U+0309), which composition then hid in the letter before them
/// (`ì` after `r` gives `ŕ`). Source: the mapping tables CP1252 and CP1258 of the Unicode Consortium.
struct Windows1258Letters: Sendable {
  /// Shapes that were another letter.
  private static let shapes: [UInt32: UInt32] = [
    0x0103: 0xE3, 0x0102: 0xC3, 0x01A1: 0xF5, 0x01A0: 0xD5, 0x01B0: 0xFD, 0x01AF: 0xDD,
  ]
  /// Marks that were a letter.
  private static let marks: [UInt32: UInt32] = [
    0x0301: 0xEC, 0x0323: 0xF2, 0x0300: 0xCC, 0x0309: 0xD2,
  ]
  /// Letters that composition made of a letter and a mark: the letter before, and the letter the mark was.
  private let composed: [UInt32: (base: UInt32, letter: UInt32)]
  /// What the characters below U+1F00 are, where all letters of Vietnamese stand.
  private let kinds: [Kind]

  /// What a character is to the search for damaged words.
  enum Kind: UInt8 {
    /// Parts words.
    case other
    /// A letter or mark of a word.
    case word
    /// One that may be a trace of the damage.
    case suspect
  }

  init() {
    var composed: [UInt32: (base: UInt32, letter: UInt32)] = [:]
    for base in UInt32(0x41)...0x7A where base | 32 >= 0x61 && base | 32 <= 0x7A {
      for (mark, letter) in Self.marks {
        let text = base.utf8 + mark.utf8
        let bytes = CanonicalComposition().edits(in: text).apply(to: text)
        let (scalar, length) = bytes.scalar(at: 0)
        if length == bytes.count { composed[scalar] = (base, letter) }
      }
    }
    self.composed = composed
    var kinds = (0..<UInt32(0x1F00)).map { Letters.isWord($0) ? Kind.word : .other }
    for suspect in [Array(Self.shapes.keys), Array(Self.marks.keys), Array(composed.keys)].joined()
    where suspect >= 0xC0 { kinds[Int(suspect)] = .suspect }
    self.kinds = kinds
  }

  /// What a character is.
  func kind(_ scalar: UInt32) -> Kind {
    if scalar < kinds.count { return kinds[Int(scalar)] }
    return Letters.isWord(scalar) ? .word : .other
  }

  /// Whether a character would not have survived the damage: its presence shows a sound line.
  static func isSoundOnly(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE3, 0xC3, 0xF5, 0xD5, 0xFD, 0xDD, 0xEC, 0xCC, 0xF2, 0xD2: true
    default: false
    }
  }

  /// What the character may have been, other than itself.
  func original(_ scalar: UInt32) -> [UInt32]? {
    if let shape = Self.shapes[scalar] { return [shape] }
    if let mark = Self.marks[scalar] { return [mark] }
    return composed[scalar].map { [$0.base, $0.letter] }
  }
}
