import TextModel

/// Space at the ends, two in a row, beside a bar, or a space that is not U+0020.
struct StraySpaceRule: AuditRule {
  let code = "stray-space"

  func check(_ input: AuditInput) -> [AuditFinding] {
    var found: [AuditFinding] = []
    for (index, source) in input.files.enumerated() {
      for (number, row) in source.file.rows.enumerated() {
        for (column, cell) in zip(source.file.columns, row.cells) where Self.isSuspect(cell) {
          let isList = TermColumn(name: column)?.isList ?? false
          let clean = Self.clean(cell, isList: isList)
          if clean == cell { continue }
          found.append(
            input.finding(
              self, .warning, file: index, row: number,
              "the cell '\(column)' has stray space: '\(cell)'", fix: "write '\(clean)'",
              action: .set(column: column, to: clean)))
        }
      }
    }
    return found
  }

  private static func isSuspect(_ cell: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in cell.utf8 {
      if byte == 0x20, previous == 0x20 || previous == UInt8(ascii: "|") { return true }
      if previous == 0x20, byte == UInt8(ascii: "|") { return true }
      // Lead bytes of U+00A0, U+2000 and on, U+3000 and U+FEFF.
      if byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF { return true }
      previous = byte
    }
    return previous == 0x20 && !cell.isEmpty
  }

  private static func clean(_ cell: String, isList: Bool) -> String {
    if isList {
      return cell.split(separator: "|").map { clean(String($0), isList: false) }
        .filter { !$0.isEmpty }.joined(separator: "|")
    }
    let plain = String(
      String.UnicodeScalarView(
        cell.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
          switch scalar.value {
          case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
          case 0x200B, 0xFEFF: nil
          default: scalar
          }
        }))
    return plain.split(separator: " ").joined(separator: " ")
  }
}
