import TextModel

/// Rows that are not in the order of their headwords' bytes: two editors' changes would collide.
struct UnsortedFileRule: AuditRule {
  let code = "unsorted-file"

  func check(_ input: AuditInput) -> [AuditFinding] {
    input.files.enumerated().compactMap { index, source in
      guard let row = source.file.firstUnsorted else { return nil }
      return input.finding(
        self, .warning, file: index, row: row,
        "'\(source.file[row, .vi])' stands after '\(source.file[row - 1, .vi])'",
        fix: "sort the file by headword", action: .sort)
    }
  }
}
