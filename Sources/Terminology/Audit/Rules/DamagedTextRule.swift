import TextModel

/// Letters that an encoding broke: U+FFFD, control characters, UTF-8 that was read as Windows-1252.
struct DamagedTextRule: AuditRule {
  let code = "damaged-text"

  func check(_ input: AuditInput) -> [AuditFinding] {
    var found: [AuditFinding] = []
    input.eachMarkedCell { file, row, column, cell in
      guard let what = Self.damage(in: cell) else { return }
      found.append(
        input.finding(
          self, .error, file: file, row: row, "the cell '\(column)' holds \(what)",
          fix: "type it again"))
    }
    return found
  }

  private static func damage(in cell: String) -> String? {
    var previous: UInt32 = 0
    for scalar in (Composition.composed(cell) ?? cell).unicodeScalars {
      let value = scalar.value
      switch value {
      case 0xFFFD: return "U+FFFD, a letter that was lost"
      case 0x7F...0x9F: return "a control character"
      case 0xE000...0xF8FF: return "a private character, of an old font"
      case 0x300...0x36F: return "a mark that stands on no letter"
      default: break
      }
      if isLead(previous), isTrail(value) { return "UTF-8 that was read as Windows-1252" }
      previous = value
    }
    return nil
  }

  /// The first byte of a two- or three-byte letter of Vietnamese, as Windows-1252 shows it.
  private static func isLead(_ value: UInt32) -> Bool {
    [0xC3, 0xC4, 0xC6, 0xE1].contains(value)
  }

  /// A continuation byte as Windows-1252 shows it: a symbol that follows no letter in a word.
  private static func isTrail(_ value: UInt32) -> Bool {
    (0xA1...0xBF).contains(value) || value == 0x2018 || value == 0x201C || value == 0x2030
  }
}
