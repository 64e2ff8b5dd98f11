import TextModel

/// A word with letters of two scripts, such as a Cyrillic `а` among Latin letters.
struct MixedScriptsRule: AuditRule {
  let code = "mixed-scripts"

  func check(_ input: AuditInput) -> [AuditFinding] {
    var found: [AuditFinding] = []
    input.eachMarkedCell { file, row, column, cell in
      guard let word = cell.split(whereSeparator: { !$0.isLetter }).first(where: Self.isMixed)
      else { return }
      found.append(
        input.finding(
          self, .error, file: file, row: row,
          "'\(word)' in '\(column)' mixes Latin with Greek or Cyrillic letters",
          fix: "type it again in one script"))
    }
    return found
  }

  private static func isMixed(_ word: Substring) -> Bool {
    let isForeign = word.unicodeScalars.map { (0x370...0x52F).contains($0.value) }
    return isForeign.contains(true) && isForeign.contains(false)
  }
}
