import TextModel
import Vietnamese

/// A term that is not to be translated but is, or one that is left as it is without being marked so.
struct KeptTermRule: AuditRule {
  let code = "kept-term"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.compactMap { row in
      let entry = row.entry
      if entry.isKept, entry.vi != entry.en, !entry.variants.contains(entry.en) {
        return input.finding(
          self, .warning, row,
          "'\(entry.vi)' is marked keep, but its rendering is '\(entry.en)'",
          fix: "make the rendering the same, or take keep out")
      }
      guard !entry.isKept, entry.tag != .properName, entry.vi == entry.en,
        hasMarks(entry.vi, input.tokenizer)
      else { return nil }
      return input.finding(
        self, .note, row, "'\(entry.vi)' keeps its Vietnamese letters in English",
        fix: "set keep to yes, or write the rendering without marks")
    }
  }

  /// Whether a Vietnamese syllable with a mark stands in a text.
  private func hasMarks(_ text: String, _ tokenizer: Tokenizer) -> Bool {
    let bytes = Array(text.utf8)
    return tokenizer.tokens(bytes).contains { token in
      token.key.isSyllable && bytes[token.span.range].contains { $0 >= 0x80 }
    }
  }
}
