public import Foundation

/// Stored briefs without the words of their English and the parts of their scores: reading these costs
/// most, and a diff asks for them only when two briefs differ in nothing else.
extension StoredForms {
  /// The bytes of a stored brief with the lists of words and parts emptied.
  ///
  /// Text is left alone: inside a string of JSON a quotation mark is escaped, so a bracket after
  /// `"words":` opens a list. Source: RFC 8259.
  public static func bare(_ data: Data) -> Data {
    let bytes = Array(data)
    let names = [Array("\"words\":".utf8), Array("\"parts\":".utf8)]
    let length = names[0].count
    var bare = Data(capacity: bytes.count / 2)
    var kept = 0
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == openBracket, index >= length,
        names.contains(where: { bytes[(index - length)..<index] == $0[...] }),
        let end = end(ofList: index, in: bytes)
      else { continue }
      bare.append(contentsOf: bytes[kept...index])
      kept = end
      index = end
    }
    bare.append(contentsOf: bytes[kept...])
    return bare
  }

  private static let openBracket = UInt8(ascii: "[")

  /// The place of the bracket that closes a list; nil when none does.
  private static func end(ofList start: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    var isText = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isText: index += 1
      case UInt8(ascii: "\""): isText.toggle()
      case openBracket where !isText: depth += 1
      case UInt8(ascii: "]") where !isText:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }
}
