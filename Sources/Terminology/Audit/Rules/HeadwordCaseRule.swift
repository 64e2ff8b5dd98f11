import TextModel
import Vietnamese

/// A headword that begins with a capital, is no name, and has no capital in English either.
struct HeadwordCaseRule: AuditRule {
  let code = "headword-case"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.rows.compactMap { row in
      let entry = row.entry
      guard entry.tag != .properName, entry.tag != .title, entry.caseRule == .byTag,
        entry.vi.first?.isUppercase == true, !entry.en.contains(where: \.isUppercase),
        let token = input.tokenizer.tokens(Array(entry.vi.utf8)).first,
        !token.isAllCapitals, token.kind == .word, token.end - token.start > 1,
        token.key.isSyllable
      else { return nil }
      return input.finding(
        self, .note, row, "'\(entry.vi)' begins with a capital and is no name",
        fix: "write it in small letters, tag it PN, or set case")
    }
  }
}
