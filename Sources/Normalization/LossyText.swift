public import TextModel
import Vietnamese

/// Finds letters that are lost for good: `?` or U+FFFD inside words, as in `Vi?t Nam`.
///
/// It only reports, letter by letter: what stood there cannot be known.
public struct LossyText: Sendable {
  /// Makes the check.
  public init() {}

  private struct Place {
    let offset: Int
    let isMark: Bool
    /// Whether letters stand on both sides.
    let isInside: Bool
  }

  /// A finding for each place, up to a number of them, with the offset in the text; one more sums up
  /// when letters of a whole encoding are lost. Complexity: linear.
  public func findings(in text: [UInt8], limit: Int = 20) -> [Finding] {
    var places = text.withUnsafeBufferPointer { bytes in
      bytes.indices.compactMap { place(bytes, at: $0) }
    }
    let marks = places.count { $0.isMark && $0.isInside }
    places = places.filter { !$0.isMark || marks >= 2 }
    var findings = places.prefix(limit).map { place in
      let sign = place.isMark ? "'?'" : "U+FFFD"
      return Finding(
        .warning, "lossy-text",
        "text is lost: \(sign) stands in place of a letter\(context(text, place))",
        at: .init(byte: place.offset), fix: "get the article again from its publisher")
    }
    if let sum = sum(places, of: text, told: findings.count) { findings.append(sum) }
    return findings
  }

  private func place(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Place? {
    if text[offset] == 0xEF, text.scalar(at: offset).value == 0xFFFD {
      return Place(offset: offset, isMark: false, isInside: true)
    }
    guard text[offset] == UInt8(ascii: "?") else { return nil }
    let before = text.scalar(before: offset)?.value
    let after = offset + 1 < text.count ? text.scalar(at: offset + 1).value : 0x20
    let isSmall = Letters.isWord(after) && !Letters.isUpper(after)
    if let before, Letters.isWord(before) {
      if isSmall { return Place(offset: offset, isMark: true, isInside: true) }
      // `M? ký`: no question goes on with a small letter.
      guard after == 0x20, offset + 2 < text.count,
        case let next = text.scalar(at: offset + 2).value, Letters.isWord(next),
        !Letters.isUpper(next)
      else { return nil }
      return Place(offset: offset, isMark: true, isInside: false)
    }
    // `?ông`: the first letter of a word.
    guard isSmall, before.map(Tokenizer.isSpace) ?? true else { return nil }
    return Place(offset: offset, isMark: true, isInside: false)
  }

  /// The word around a place, when letters of it are left.
  private func context(_ text: [UInt8], _ place: Place) -> String {
    var start = place.offset
    while let (scalar, length) = text.scalar(before: start), isPart(scalar),
      place.offset - start < 24
    {
      start -= length
    }
    var end = place.offset
    while end < text.count, case let (scalar, length) = text.scalar(at: end), isPart(scalar),
      end - place.offset < 24
    {
      end += length
    }
    let word = String(decoding: text[start..<end], as: UTF8.self)
    return word.unicodeScalars.count > 1 ? " in '\(word)'" : ""
  }

  private func isPart(_ scalar: UInt32) -> Bool {
    Letters.isWord(scalar) || scalar == 0xFFFD || scalar == 0x3F
  }

  /// How many letters are lost in all, and which encoding lacks just those that are gone.
  private func sum(_ places: [Place], of text: [UInt8], told: Int) -> Finding? {
    let marks = places.count(where: \.isMark)
    let repertoire = marks > 4 ? repertoire(of: text) : nil
    guard places.count > told || repertoire != nil, let last = places.last else { return nil }
    let reason =
      repertoire.map { "; all letters left exist in \($0), so the text was once saved in it" } ?? ""
    return Finding(
      .warning, "lossy-text", "\(places.count) letters are lost in all\(reason)",
      at: .init(byte: last.offset), fix: "get the article again from its publisher")
  }

  /// The narrow encoding that holds all letters left in a text.
  private func repertoire(of text: [UInt8]) -> String? {
    var isASCII = true
    var offset = 0
    while let next = text.nextNonASCII(from: offset) {
      let (scalar, length) = text.scalar(at: next)
      if Letters.isWord(scalar) {
        if Windows1252.byte(scalar) == nil { return nil }
        isASCII = false
      }
      offset = next + length
    }
    return isASCII ? "ASCII" : "windows-1252"
  }
}
