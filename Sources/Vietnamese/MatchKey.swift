import TextModel

/// The form under which a word is looked up: case, tone placement, i/y and Ð/Đ do not matter.
///
/// `Hòa` and `hoà`, `quý` and `quí`, `lý` and `lí` have the same key, and so has `lơì`, whose mark
/// stands on the wrong letter, with `lời`; `thúy` and `thúi` have not. A word that is no Vietnamese syllable has the key of its lower case. Text and entries are NFC before.
public struct MatchKey: Hashable, Comparable, Codable, Sendable {
  /// 38 bits of onset, rime and tone for a syllable; a 63-bit hash (FNV-1a) with the top bit set for
  /// other words. Two different words of one text share a hash with a chance below 10⁻¹⁵.
  public let value: UInt64

  /// The key with a value that another key had.
  package init(value: UInt64) { self.value = value }

  /// Orders by value: a total order without meaning.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// Whether the word was a Vietnamese syllable.
  public var isSyllable: Bool { value >> 63 == 0 }
}

extension SyllableTable {
  private static let iRimes = (i: Syllable.pack("i"), y: Syllable.pack("y"))

  /// The key of a word given as UTF-8.
  public func key(_ bytes: ArraySlice<UInt8>) -> MatchKey {
    if let syllable = parse(bytes) ?? parseMisplaced(bytes) { return key(syllable) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let (scalar, length) = bytes.scalar(at: offset)
      var rest = Letters.lower(scalar)
      repeat {
        hash = (hash ^ UInt64(rest & 0xFF)) &* 0x100_0000_01b3
        rest >>= 8
      } while rest != 0
      offset += length
    }
    return MatchKey(value: hash | 1 << 63)
  }

  /// The key of a word.
  public func key(_ word: String) -> MatchKey { key(Array(word.utf8)[...]) }

  /// The key of a syllable.
  public func key(_ syllable: Syllable) -> MatchKey {
    let rime = syllable.rime == Self.iRimes.y ? Self.iRimes.i : syllable.rime
    return MatchKey(
      value: UInt64(syllable.onset) << 23 | UInt64(rime) << 3 | UInt64(syllable.tone.rawValue))
  }
}

extension MatchKey {
  /// The key of no word.
  package static let none = MatchKey(value: 0)
}
