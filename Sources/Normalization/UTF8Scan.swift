/// Finds the broken sequences of bytes that should be UTF-8.
struct UTF8Scan {
  /// Valid sequences of two bytes and more.
  private(set) var sequences = 0
  /// Maximal invalid parts, as the Unicode Standard (3.9, U+FFFD substitution) cuts them.
  private(set) var broken: [Range<Int>] = []

  /// Scans bytes, or a range of them whose edges cut no sequence.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = range ?? 0..<bytes.count
    bytes.withUnsafeBufferPointer { text in
      var offset = range.lowerBound
      while offset < range.upperBound {
        if text[offset] < 0x80 {
          offset += 1
          continue
        }
        let length = Self.validLength(text, offset)
        if length > 0 {
          sequences += 1
          offset += length
        } else {
          broken.append(offset..<(offset - length))
          offset -= length
        }
      }
    }
  }

  /// The length of the sequence at an offset; negative the length of the broken part.
  static func validLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    let (length, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard length > 0 else { return -1 }
    for step in 1..<length {
      guard at + step < bytes.count else { return -step }
      let byte = bytes[at + step]
      let isGood = step == 1 ? byte >= low && byte <= high : byte & 0xC0 == 0x80
      if !isGood { return -step }
    }
    return length
  }
}
