public import TextModel

/// A rule of the user: where the text before matches one pattern and the text after another, a sentence
/// ends, or does not.
public struct BreakRule: Hashable, Sendable {
  /// Whether a sentence ends there.
  public let breaks: Bool
  /// What the text before the place ends with, as a regular expression of ICU; empty for anything.
  public let before: String
  /// What the text after the place begins with; empty for anything.
  public let after: String
  /// What results show, such as `rules:3` or `srx:12`.
  public let name: String

  /// Makes a rule.
  public init(breaks: Bool, before: String, after: String, name: String) {
    self.breaks = breaks
    self.before = before
    self.after = after
    self.name = name
  }

  /// The rule as one pattern: a match ends where the sentence does.
  var pattern: String { after.isEmpty ? "(?:\(before))" : "(?:\(before))(?=\(after))" }
}

/// Rules in their order: the first that speaks of a place decides.
public struct BreakRules: Sendable {
  /// The rules.
  public let rules: [BreakRule]
  /// Whether they stand in place of songngu's own rules; line ends always end a sentence.
  public let replacesOwn: Bool
  /// What is wrong with the lines passed over.
  public let findings: [Finding]

  /// Makes a list.
  public init(_ rules: [BreakRule], replacesOwn: Bool, findings: [Finding] = []) {
    self.rules = rules
    self.replacesOwn = replacesOwn
    self.findings = findings
  }

  /// Rules before these: theirs are asked first.
  public func preceded(by first: BreakRules?) -> BreakRules {
    guard let first else { return self }
    return BreakRules(
      first.rules + rules, replacesOwn: replacesOwn || first.replacesOwn,
      findings: first.findings + findings)
  }
}
