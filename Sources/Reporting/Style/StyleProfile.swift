/// How a house writes English: a table of settings, never a constant of the program.
///
/// Law: a profile alters English only; Vietnamese, spans and source bytes stay.
public struct StyleProfile: Hashable, Codable, Sendable {
  /// Which spelling is written.
  public enum Spelling: String, Hashable, Codable, Sendable, CaseIterable {
    case american, british
    case asWritten = "as-written"
  }

  /// How a percentage is written.
  public enum Percent: String, Hashable, Codable, Sendable, CaseIterable {
    case sign, percent
    case perCent = "per-cent"
    case asWritten = "as-written"
  }

  /// Which marks stand around quoted words.
  public enum Quotes: String, Hashable, Codable, Sendable, CaseIterable {
    case double, single
    case asWritten = "as-written"
  }

  /// What stands between thousands.
  public enum Thousands: String, Hashable, Codable, Sendable, CaseIterable {
    case comma, space, none
    case asWritten = "as-written"
  }

  /// Whether Vietnamese names keep their marks in English.
  public enum Diacritics: String, Hashable, Codable, Sendable, CaseIterable {
    case keep, drop
  }

  /// How a Vietnamese person is named after the first mention.
  public enum LaterMention: String, Hashable, Codable, Sendable, CaseIterable {
    case full, given
  }

  /// One word or phrase written in place of another.
  public struct Replacement: Hashable, Codable, Sendable {
    /// What is replaced, as a whole word.
    public let from: String
    /// What is written.
    public let to: String
  }

  /// The name that `--style` takes.
  public var name: String
  /// What it is, in a few words.
  public var title = ""
  /// The spelling.
  public var spelling = Spelling.asWritten
  /// Dates and times.
  public var dates = DateForm()
  /// Thousands in figures.
  public var thousands = Thousands.asWritten
  /// Percentages.
  public var percent = Percent.asWritten
  /// Quotation marks.
  public var quotes = Quotes.asWritten
  /// Marks in Vietnamese names.
  public var diacritics = Diacritics.keep
  /// Later mentions.
  public var laterMention = LaterMention.full
  /// Words written in place of others, such as `Viet Nam`.
  public var replacements: [Replacement] = []

  /// A profile that alters nothing.
  public init(name: String) { self.name = name }

  /// All settings as a file of the profile has them.
  public var settings: [(setting: String, value: String)] {
    [
      ("title", title), ("spelling", spelling.rawValue), ("dates", dates.order.rawValue),
      ("clock", dates.isTwelveHours ? "12" : "24"), ("thousands", thousands.rawValue),
      ("percent", percent.rawValue), ("quotes", quotes.rawValue),
      ("diacritics", diacritics.rawValue), ("later-mention", laterMention.rawValue),
    ] + replacements.map { ("replace", "\($0.from) → \($0.to)") }
  }
}
