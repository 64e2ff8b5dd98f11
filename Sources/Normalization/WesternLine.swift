import TextModel

/// A line that windows-1252 can hold and that holds more than ASCII, as the bytes it has there.
struct WesternLine {
  private(set) var bytes: [UInt8] = []
  /// The offset in the text of the first.
  private(set) var start = 0

  /// Calls the closure with each such line of a text in valid UTF-8, one after the other.
  static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (WesternLine) -> Void) {
    var line = WesternLine()
    text.forEachLine { if line.read(text, $0) { body(line) } }
  }

  /// Reads a line, in memory that is used again; false when it is another kind of line.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    // U+0100…U+013F and U+1000…U+1FFF are in every line of Vietnamese, and in no windows-1252.
    var isBeyondASCII = false
    for byte in text[range] where byte >= 0x80 {
      if byte == 0xC4 || byte == 0xE1 { return false }
      isBeyondASCII = true
    }
    guard isBeyondASCII else { return false }
    bytes.removeAll(keepingCapacity: true)
    start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      let (scalar, length) = text.scalar(at: offset)
      guard let byte = Windows1252.byte(scalar) else { return false }
      bytes.append(byte)
      offset += length
    }
    return true
  }
}
