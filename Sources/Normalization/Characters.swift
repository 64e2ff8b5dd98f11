public import TextModel
public import Vietnamese

/// Takes out characters nobody sees inside a word, which break every search: soft hyphens,
/// zero-width spaces and joiners, byte order marks and directional marks between two letters.
///
/// At the edge of a word they are harmless and stay.
public struct InvisibleCharacters: TextRepair {
  /// The rule's name.
  public let rule = "invisible-characters"
  /// A character that nobody sees.
  public let concerns: Concerns = .invisibles

  /// Makes the repair.
  public init() {}

  /// The invisible characters between two letters.
  public func edits(in text: [UInt8]) -> EditList {
    var edits: [Edit] = []
    var offset = 0
    while let next = text.nextNonASCII(from: offset) {
      let length = text.scalar(at: next).length
      var end = next
      while end < text.count, Self.isInvisible(text.scalar(at: end).value) {
        end += text.scalar(at: end).length
      }
      if end > next, let before = text.scalar(before: next)?.value, Letters.isWord(before),
        end < text.count, Letters.isWord(text.scalar(at: end).value)
      {
        edits.append(Edit(next, end, [], rule: rule))
      }
      offset = max(end, next + length)
    }
    return EditList(edits)
  }

  static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || scalar == 0xFEFF || (scalar >= 0x200B && scalar <= 0x200F)
      || (scalar >= 0x202A && scalar <= 0x202E) || (scalar >= 0x2060 && scalar <= 0x2069)
  }
}

/// Replaces control characters, which no text means: C0 but tab and line ends, DEL, and C1.
///
/// Each becomes U+FFFD, so that it can be seen; CR LF stays as it is.
public struct ControlCharacters: TextRepair {
  /// The rule's name.
  public let rule = "control-characters"
  /// A control character.
  public let concerns: Concerns = .controls
  private static let replacement = Array("\u{FFFD}".utf8)

  /// Makes the repair.
  public init() {}

  /// The control characters.
  public func edits(in text: [UInt8]) -> EditList {
    var edits: [Edit] = []
    for (offset, byte) in text.enumerated() {
      if byte < 0x20 && (byte < 9 || byte > 13) || byte == 0x7F {
        edits.append(Edit(offset, offset + 1, Self.replacement, rule: rule))
      } else if byte == 0xC2, offset + 1 < text.count, text[offset + 1] < 0xA0,
        text[offset + 1] != 0x85
      {
        edits.append(Edit(offset, offset + 2, Self.replacement, rule: rule))
      }
    }
    return EditList(edits)
  }
}

/// Makes full-width letters, digits and signs ordinary ones (U+FF01…U+FF5E), as East Asian input
/// methods leave them in Vietnamese words. Between ideographs they stay.
public struct FullWidthForms: TextRepair {
  /// The rule's name.
  public let rule = "full-width"
  /// A full-width letter or digit.
  public let concerns: Concerns = .fullWidth

  /// Makes the repair.
  public init() {}

  /// The full-width letters and digits that touch no ideograph.
  public func edits(in text: [UInt8]) -> EditList {
    var edits: [Edit] = []
    var offset = 0
    while let next = text.nextNonASCII(from: offset) {
      let (scalar, length) = text.scalar(at: next)
      if (0xFF10...0xFF19).contains(scalar) || (0xFF21...0xFF5A).contains(scalar),
        !Self.isIdeograph(text.scalar(before: next)?.value),
        !Self.isIdeograph(next + length < text.count ? text.scalar(at: next + length).value : nil)
      {
        edits.append(Edit(next, next + length, [UInt8(scalar - 0xFEE0)], rule: rule))
      }
      offset = next + length
    }
    return EditList(edits)
  }

  private static func isIdeograph(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return (0x3000...0x9FFF).contains(scalar) || (0xAC00...0xD7AF).contains(scalar)
  }
}

/// Makes the Icelandic letters Ð and ð Vietnamese Đ and đ, which look the same and are typed for them.
///
/// Only where the word is a Vietnamese syllable with Đ: an Icelandic name stays.
public struct LookAlikeLetters: TextRepair {
  /// The rule's name.
  public let rule = "look-alike-letters"
  /// An Ð or ð.
  public let concerns: Concerns = .eth
  private let table: SyllableTable

  /// Makes the repair over a syllable table.
  public init(_ table: SyllableTable) { self.table = table }

  /// The letters to replace.
  public func edits(in text: [UInt8]) -> EditList {
    var edits: [Edit] = []
    var offset = 0
    while let next = text.nextNonASCII(from: offset) {
      let (scalar, length) = text.scalar(at: next)
      offset = next + length
      guard scalar == 0xD0 || scalar == 0xF0 else { continue }
      let before = text.scalar(before: next).map { Letters.isWord($0.value) } ?? false
      guard !before, table.parse(text[text.wordRange(around: next)]) != nil else { continue }
      edits.append(Edit(next, next + length, Array((scalar == 0xD0 ? "Đ" : "đ").utf8), rule: rule))
    }
    return EditList(edits)
  }
}

extension [UInt8] {
  /// The first byte at or after an offset that is not ASCII.
  func nextNonASCII(from offset: Int) -> Int? {
    var index = offset
    while index < count {
      if self[index] >= 0x80 { return index }
      index += 1
    }
    return nil
  }

  /// The run of letters and marks around an offset.
  func wordRange(around offset: Int) -> Range<Int> {
    var start = offset
    while let (scalar, length) = scalar(before: start), Letters.isWord(scalar) { start -= length }
    var end = offset
    while end < count {
      let (scalar, length) = scalar(at: end)
      guard Letters.isWord(scalar) else { break }
      end += length
    }
    return start..<end
  }
}
