/// What a text holds that some repair may have to look at.
///
/// A survey finds the concerns of a text in one pass; a repair whose concerns it has not is passed
/// over. So sound text pays for one pass instead of one for each repair.
public struct Concerns: OptionSet, Hashable, Sendable {
  /// The concerns as bits.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A character outside ASCII.
  public static let beyondASCII = Concerns(rawValue: 1 << 0)
  /// A character that is not known to be in Normalization Form C beside any other.
  public static let composition = Concerns(rawValue: 1 << 1)
  /// A control character other than white space.
  public static let controls = Concerns(rawValue: 1 << 2)
  /// A soft hyphen, a joiner, a directional mark, or another character that nobody sees.
  public static let invisibles = Concerns(rawValue: 1 << 3)
  /// A full-width letter or digit.
  public static let fullWidth = Concerns(rawValue: 1 << 4)
  /// The letter Ð or ð, which looks like Đ or đ.
  public static let eth = Concerns(rawValue: 1 << 5)
  /// U+FFFD, or a question mark before a small letter, a space between them or not.
  public static let lostLetters = Concerns(rawValue: 1 << 6)
  /// Characters that spell a UTF-8 sequence in windows-1252.
  public static let doubleEncoding = Concerns(rawValue: 1 << 7)
  /// A line that holds more than ASCII and that windows-1252 can hold.
  public static let westernLine = Concerns(rawValue: 1 << 8)
  /// A line that holds more than ASCII but none of `ã ì ò õ ý`, which show that a line was not read
  /// as windows-1258.
  public static let unprovenLine = Concerns(rawValue: 1 << 9)

  /// All of them: for a repair that no survey can spare.
  public static let all = Concerns(rawValue: .max)
}
