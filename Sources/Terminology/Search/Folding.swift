import TextModel
import Vietnamese

/// Text without marks, tones and case: how a person types in a hurry. `Đại sứ` becomes `dai su`.
public enum Folding {
  /// The plain letter, by the code of a Vietnamese base letter.
  private static let plain: [UInt8] = [0] + Array("aaabcddeeghiklmnooopqrstuuvxy".utf8)

  /// The folded text.
  public static func fold(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    append(bytes, 0..<bytes.count, to: &result)
    return result
  }

  /// Folds a range of valid UTF-8 onto the end of a buffer.
  static func append(_ bytes: [UInt8], _ range: Range<Int>, to result: inout [UInt8]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        result.append(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
        offset += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: offset)
      if let letter = Letters.letter(scalar) {
        result.append(plain[Int(letter.base)])
      } else {
        result += Array(String(Unicode.Scalar(Letters.lower(scalar)) ?? " ").utf8)
      }
      offset += length
    }
  }
}
