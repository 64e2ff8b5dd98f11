import TextModel
import Vietnamese

/// A token as the search for words sees it.
struct WordToken {
  /// What a token looks like.
  enum Shape: UInt8, CaseIterable {
    case mark, number, capitals, capital, small

    init(_ token: Token, _ bytes: [UInt8]) {
      if token.kind == .mark {
        self = .mark
      } else if Tokenizer.isDigit(UInt32(bytes[token.start])) {
        self = .number
      } else if token.isAllCapitals {
        self = .capitals
      } else {
        self = token.isCapitalized ? .capital : .small
      }
    }

    /// The letter that stands for it in names of features.
    var letter: UInt8 {
      switch self {
      case .mark: UInt8(ascii: "p")
      case .number: UInt8(ascii: "n")
      case .capitals: UInt8(ascii: "A")
      case .capital: UInt8(ascii: "C")
      case .small: UInt8(ascii: "l")
      }
    }

    /// Whether it begins with a capital letter.
    var isCapital: Bool { self == .capital || self == .capitals }
  }

  /// Where it stands, in bytes.
  var start: Int
  /// The offset after it.
  var end: Int
  /// Its number in `SyllableNumbers`.
  var number: Int32
  /// What it looks like.
  var shape: Shape
  /// Whether a text, a line or a sentence begins with it.
  var isFirst: Bool
  /// Whether a line begins with it.
  var startsLine: Bool
}
