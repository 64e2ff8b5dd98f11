import TextModel
import Vietnamese

/// A headword that is never found whole: it begins or ends with punctuation, or the annotator reads
/// its words as something else.
struct SplitHeadwordRule: AuditRule {
  let code = "split-headword"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.compactMap { row in
      let text = row.entry.vi
      let tokens = input.tokenizer.tokens(Array(text.utf8))
      guard let first = tokens.first, let last = tokens.last else { return nil }
      if isPunctuation(first, text) || isPunctuation(last, text), tokens.count > 1 {
        return input.finding(
          self, .note, row, "'\(text)' begins or ends with a punctuation mark",
          fix: "leave the mark out")
      }
      guard let cut = input.options.cut, tokens.count > 1,
        tokens.allSatisfy({ $0.kind != .mark })
      else { return nil }
      let count = cut(text)
      guard count > 1 else { return nil }
      return input.finding(
        self, .note, row, "the annotator reads '\(text)' as \(count) pieces, not as this term",
        fix: "see with annotate what takes its words")
    }
  }

  /// Whether a token is a punctuation mark; a symbol is none, so `OPEC+` is a whole name.
  private func isPunctuation(_ token: Token, _ text: String) -> Bool {
    guard token.kind == .mark else { return false }
    let bytes = Array(text.utf8)[token.span.range]
    let scalar = Unicode.Scalar(bytes.scalar(at: token.start).value)
    switch scalar?.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return false
    default: return true
    }
  }
}
