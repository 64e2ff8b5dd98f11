import TextModel

/// A letter of a Vietnamese text: its base letter, tone and case.
///
/// The base keeps what makes a letter of its own (ă â đ ê ô ơ ư); the tone is apart.
public struct Letter: Hashable, Sendable {
  /// 1…29 for `a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y`, in this order.
  public let base: UInt8
  /// The tone mark on it.
  public let tone: Tone
  /// Whether it is a capital.
  public let isUpper: Bool

  /// Whether it is one of the twelve vowels.
  public var isVowel: Bool { Letters.vowelSet & (1 << UInt32(base)) != 0 }
}

/// The six tones, in the order of the Vietnamese alphabet's tables.
public enum Tone: UInt8, Hashable, Codable, Sendable, CaseIterable {
  case level, grave, hook, tilde, acute, dot
}

/// The letters of Quốc ngữ by code point.
public enum Letters {
  /// The bases in the order of their codes; code 1 is `a`.
  public static let bases: [Character] = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy")
  /// What remains of the bases without their marks, in the same order.
  private static let plainBases: [Character] = Array("aaabcddeeghiklmnooopqrstuuvxy")

  /// The plain Latin letter, small, under a letter: `d` for đ, `o` for ớ.
  public static func plain(_ letter: Letter) -> Character { plainBases[Int(letter.base) - 1] }

  static let vowelRows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]
  static let limit: UInt32 = 0x1F00

  static let vowelSet: UInt32 = {
    var set: UInt32 = 0
    for row in vowelRows {
      if let first = row.first { set |= 1 << UInt32(code(of: first)) }
    }
    return set
  }()

  /// The code of a base letter, 0 when it is none.
  public static func code(of base: Character) -> UInt8 {
    bases.firstIndex(of: base).map { UInt8($0 + 1) } ?? 0
  }

  /// Packed letters by code point: base | tone << 5 | upper << 8; 0 where there is none.
  static let packed: [UInt16] = {
    var table = [UInt16](repeating: 0, count: Int(limit))
    func set(_ character: Character, base: UInt8, tone: Int) {
      guard let lower = character.unicodeScalars.first else { return }
      let value = UInt16(base) | UInt16(tone) << 5
      table[Int(lower.value)] = value
      if let upper = lower.properties.uppercaseMapping.unicodeScalars.first, upper != lower {
        table[Int(upper.value)] = value | 1 << 8
      }
    }
    for base in bases { set(base, base: code(of: base), tone: 0) }
    for row in vowelRows {
      let letters = Array(row)
      for (tone, letter) in letters.enumerated() {
        set(letter, base: code(of: letters[0]), tone: tone)
      }
    }
    // U+00D0 and U+00F0 (Icelandic eth) are typed for Đ and đ, which they look like.
    table[0xD0] = UInt16(code(of: "đ")) | 1 << 8
    table[0xF0] = UInt16(code(of: "đ"))
    return table
  }()

  /// The letter at a code point, nil when Vietnamese has none there.
  public static func letter(_ scalar: UInt32) -> Letter? {
    guard scalar < limit else { return nil }
    let value = packed[Int(scalar)]
    guard value != 0, let tone = Tone(rawValue: UInt8(value >> 5 & 7)) else { return nil }
    return Letter(base: UInt8(value & 31), tone: tone, isUpper: value & 0x100 != 0)
  }

  /// The lower case of a code point; itself when it has none of one scalar.
  public static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar }
    if scalar < limit, case let letter = packed[Int(scalar)], letter != 0 {
      if letter & 0x100 == 0 { return scalar }
      // Capitals stand 32 before their small letters in Latin-1, one before them elsewhere.
      return scalar < 0x100 ? scalar + 32 : scalar + 1
    }
    guard let value = Unicode.Scalar(scalar) else { return scalar }
    let mapped = value.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first?.value ?? scalar : scalar
  }

  /// Whether a code point is a capital letter.
  public static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    if scalar < limit, packed[Int(scalar)] != 0 { return packed[Int(scalar)] & 0x100 != 0 }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Whether a code point belongs to a word: a letter, or a mark that stands on one.
  public static func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar | 32 >= 0x61 && scalar | 32 <= 0x7A }
    if scalar < limit, packed[Int(scalar)] != 0 { return true }
    guard let value = Unicode.Scalar(scalar) else { return false }
    switch value.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      return true
    default:
      return false
    }
  }
}
