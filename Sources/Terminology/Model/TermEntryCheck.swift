extension TermEntry {
  /// Makes a sound entry.
  /// - Throws: `TermProblem` when the entry could not be written and read again.
  public init(vi: String, tag: WordTag, en: String) throws(TermProblem) {
    self.init()
    self.vi = vi
    self.tag = tag
    self.en = en
    try check()
  }

  /// Whether the entry can be written as a row and read again.
  /// - Throws: `TermProblem` that names the first wrong cell.
  public func check() throws(TermProblem) {
    if vi.isEmpty { throw TermProblem("glossary-row", "the row has no headword", .vi) }
    if en.isEmpty { throw TermProblem("glossary-row", "the row has no rendering", .en) }
    for column in TermColumn.allCases {
      if cell(column).utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        throw TermProblem(
          "glossary-cell", "the cell '\(column.name)' holds a tab, line break or control character",
          column)
      }
    }
    for (column, items) in [
      (TermColumn.variants, variants), (.also, also), (.see, see), (.avoid, avoid.map(\.text)),
      (.former, former.map(\.text)),
    ] where items.contains(where: { $0.isEmpty || $0.contains("|") }) {
      throw TermProblem(
        "glossary-cell", "an item of '\(column.name)' is empty or holds a bar", column)
    }
    try checkParts()
  }

  private func checkParts() throws(TermProblem) {
    for (column, items) in [(TermColumn.avoid, avoid), (.former, former)] {
      let isBroken = items.contains {
        $0.text.contains(":") || $0.cell.contains("|")
          || ($0.text + $0.reason + $0.replacement).contains("=>")
      }
      if isBroken {
        throw TermProblem(
          "glossary-cell", "an item of '\(column.name)' holds a sign of its own form (: | =>)",
          column)
      }
    }
    for day in [validFrom, validUntil] where !day.isEmpty && !Self.isDay(day) {
      throw TermProblem(
        "glossary-validity", "'\(day)' is no day; write it as 2025-02-28, 2025-02 or 2025", .valid)
    }
    if !validFrom.isEmpty, !validUntil.isEmpty, validUntil < validFrom.prefix(validUntil.count) {
      throw TermProblem("glossary-validity", "\(validUntil) comes before \(validFrom)", .valid)
    }
    if band < 0 || band > 5 {
      throw TermProblem("glossary-band", "the band \(band) is not from 1 to 5", .band)
    }
  }

  /// Whether a text is a year, a month or a day in ISO 8601.
  public static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard parts.count <= 3, zip(parts, lengths).allSatisfy({ $0.count == $1 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return false }
    let month = parts.count > 1 ? Int(parts[1]) ?? 0 : 1
    let day = parts.count > 2 ? Int(parts[2]) ?? 0 : 1
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
