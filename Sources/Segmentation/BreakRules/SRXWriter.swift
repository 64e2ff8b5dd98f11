import TextModel

/// Writes songngu's own sentence rules as SRX 2.0, as far as SRX can hold them.
///
/// SRX sees patterns, not sentences or syllables. docs/design/sentences.md says what is lost.
public struct SRXWriter {
  private let rules: SentenceRules

  /// Makes a writer.
  public init(_ rules: SentenceRules) { self.rules = rules }

  private static let mark = "[.!?…]"
  private static let closers = "[\"'”’»)\\]}]*"
  private static let letter = "[\\p{L}\\p{M}\\p{N}]"
  /// The start of a sentence, as far as a pattern can tell.
  private static let opening = "(?:^|\(mark)[\"”’]*\\s)\\s*"

  /// The rules in the order in which they are asked.
  public var list: [BreakRule] {
    let any = Self.mark + "+" + Self.closers
    let starters = Self.words(rules.starterWords)
    let noStarter = "\\s+(?!\(starters)(?!\(Self.letter)))"
    let never = "(?:\(Self.words(rules.neverWords)))\\."
    let start = "(?<!\(Self.letter))"
    let number = "(?:[0-9.]{1,5}|[IVX]{1,5})"
    return [
      rule(true, "news-end", "\\./\\.\(Self.closers)", "\\s"),
      rule(false, "punctuation-follows", any, "\\s+[,;:)\\]”.…]"),
      rule(false, "speaker-follows", Self.mark + "+[\"”’]+", "\\s+[-–—]"),
      rule(false, "small-letter-follows", any, "\\s+(?:[-–—]\\s*)?\\p{Ll}"),
      rule(false, "bracket-follows", any, "\\s+\\((?!\\s*\\p{Lu})"),
      rule(
        false, "digit-follows-ellipsis", "(?:…|\\.\\.)\(Self.mark)*\(Self.closers)", "\\s+[0-9]"),
      rule(false, "abbreviation", "\(start)(?=\\p{Lu})\(never)", "\\s"),
      rule(false, "abbreviation", "\(start)(?<![0-9])(?<![0-9]\\s)\(never)", noStarter),
      rule(false, "acronym", "\(start)[A-Z]\\.[A-Z]\\.", noStarter),
      rule(false, "enumeration", "\(Self.opening)(?:\(number)|\\p{L})\\.", "\\s"),
      rule(
        false, "numbered-heading",
        "\(Self.opening)\(Self.words(rules.headingWords))\\s+\(number)\\.", "\\s"),
      rule(false, "initial", "\(start)[A-HJ-UWYZĐ]\\.", noStarter),
      rule(true, "glued", "\\p{Ll}{2}[.!?…]+[\"”’»)]*", "(?:“|\\p{Lu}\\p{Ll}+\\s)"),
      rule(true, "full-stop", any, "\\s"),
      rule(true, "icu", "[。！．？؟۔।｡]", ""),
    ]
  }

  private func rule(_ breaks: Bool, _ name: String, _ before: String, _ after: String) -> BreakRule
  {
    BreakRule(breaks: breaks, before: before, after: after, name: name)
  }

  /// Words as one pattern that overlooks case, the longest first.
  private static func words(_ words: [String]) -> String {
    let sorted = words.sorted { ($1.count, $0) < ($0.count, $1) }
    return "(?i:\(sorted.map { "\\Q\($0)\\E" }.joined(separator: "|")))"
  }

  /// The whole file.
  public var text: String {
    let body = list.map { rule in
      """
            <!-- \(rule.name) -->
            <rule break="\(rule.breaks ? "yes" : "no")">
              <beforebreak>\(XMLText.escaped(rule.before))</beforebreak>
              <afterbreak>\(XMLText.escaped(rule.after))</afterbreak>
            </rule>

      """
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Sentence rules of songngu for Vietnamese, as far as SRX can hold them. Not held: whether a glued
           word is a Vietnamese syllable, whether a foreign name stands before an initial, addresses,
           quotation marks that stand open, and that every line end ends a sentence. -->
      <srx version="2.0" xmlns="http://www.lisa.org/srx20">
        <header segmentsubflows="yes" cascade="no"/>
        <body>
          <languagerules>
            <languagerule languagerulename="Vietnamese">
      \(body)      </languagerule>
          </languagerules>
          <maprules>
            <languagemap languagepattern="(?i)vi(?:[-_].*)?" languagerulename="Vietnamese"/>
          </maprules>
        </body>
      </srx>

      """
  }
}
