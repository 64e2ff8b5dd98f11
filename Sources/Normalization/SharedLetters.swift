import TextModel

/// Letters as UTF-8, each made once: the edits of a long text share them.
struct SharedLetters {
  private var known = [[UInt8]](repeating: [], count: 0x2000)

  /// The bytes of a code point.
  mutating func utf8(_ scalar: UInt32) -> [UInt8] {
    guard scalar < known.count else { return scalar.utf8 }
    let index = Int(scalar)
    if known[index].isEmpty { known[index] = scalar.utf8 }
    return known[index]
  }
}
