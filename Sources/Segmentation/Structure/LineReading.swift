import TextModel
import Vietnamese

/// What the searches for cuts in a line ask of its tokens.
protocol LineReading {
  /// The text.
  var bytes: [UInt8] { get }
}

extension LineReading {
  /// The first character of a token.
  func scalar(_ token: Token) -> UInt32 { bytes.scalar(at: token.start).value }
  /// The bytes of a token.
  func word(_ token: Token) -> ArraySlice<UInt8> { bytes[token.start..<token.end] }
  /// A range as cues are written.
  func folded(_ range: Range<Int>) -> String {
    Piece.fold(String(decoding: bytes[range], as: UTF8.self))
  }
}
