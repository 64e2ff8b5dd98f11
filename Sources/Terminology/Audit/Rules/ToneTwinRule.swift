import TextModel
import Vietnamese

/// A variant that the headword finds by itself: it differs in tone placement, `i`/`y` or case only.
/// And two headwords of one file that differ so.
struct ToneTwinRule: AuditRule {
  let code = "tone-twin"

  func check(_ input: AuditInput) -> [AuditFinding] {
    var found: [AuditFinding] = []
    for row in input.rows where !row.entry.variants.isEmpty {
      found += idleVariants(row, input)
    }
    for group in input.groups {
      for index in group.indices.dropFirst() {
        let row = group[index]
        guard let twin = group[..<index].first(where: { isTwin($0, row) }) else { continue }
        found.append(
          input.finding(
            self, .warning, row,
            "'\(row.entry.vi)' and '\(twin.entry.vi)' are one term in two spellings",
            fix: "write both rows with one headword"))
      }
    }
    return found
  }

  /// Same file, tag and case, another placement of the tone.
  private func isTwin(_ first: AuditInput.Row, _ second: AuditInput.Row) -> Bool {
    first.file == second.file && first.entry.tag == second.entry.tag
      && first.entry.vi.lowercased() != second.entry.vi.lowercased()
  }

  private func idleVariants(_ row: AuditInput.Row, _ input: AuditInput) -> [AuditFinding] {
    var spellings = [Spelling(row.entry.vi, row.entry, input.tokenizer)]
    var kept: [String] = []
    var idle: String?
    for variant in row.entry.variants {
      let spelling = Spelling(variant, row.entry, input.tokenizer)
      if spellings.contains(where: { $0.finds(spelling) }) {
        idle = idle ?? variant
      } else {
        spellings.append(spelling)
        kept.append(variant)
      }
    }
    guard let idle else { return [] }
    return [
      input.finding(
        self, .note, row, "the variant '\(idle)' of '\(row.entry.vi)' is found without it",
        fix: "leave it out",
        action: .set(column: "variants", to: kept.joined(separator: "|")))
    ]
  }

  /// A spelling as the index sees it: keys, the tokens that need capitals, and those whose capital in
  /// a text is no sign of a name, since the spelling has it itself.
  private struct Spelling {
    let keys: [MatchKey]
    let capitals: [Bool]
    let expected: [Bool]

    init(_ text: String, _ entry: TermEntry, _ tokenizer: Tokenizer) {
      let tokens = tokenizer.tokens(Array(text.utf8))
      keys = tokens.map(\.key)
      let matters =
        switch entry.caseRule {
        case .exact: true
        case .any: false
        case .byTag:
          entry.tag == .properName || tokens.allSatisfy { $0.isAllCapitals || $0.kind != .word }
        }
      capitals = tokens.map { matters && $0.isCapitalized }
      let isExpected = entry.tag == .properName || entry.tag == .title
      expected = tokens.map { isExpected || $0.isCapitalized }
    }

    /// Whether all that the other finds is found by this one, and as surely.
    func finds(_ other: Spelling) -> Bool {
      keys == other.keys && zip(capitals, other.capitals).allSatisfy { !$0 || $1 }
        && zip(expected, other.expected).allSatisfy { $0 || !$1 }
    }
  }
}
