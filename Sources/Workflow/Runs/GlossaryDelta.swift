import TextModel

/// The rows by which two sets of glossary files differ, each of which can be changed alone.
struct GlossaryDelta {
  /// All rows of one term and tag that differ, in one file.
  struct RowChange: Hashable {
    /// The path of the file.
    let path: String
    /// The Vietnamese term.
    let term: String
    /// Its spellings, before and after.
    let spellings: [String]
    /// The rows of the earlier file.
    let before: [String]
    /// The rows of the later file.
    let after: [String]

    /// What the change is, for a reader.
    var description: String {
      let english = { (rows: [String], column: Int) in
        rows.map { row in
          let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
          return cells.indices.contains(column) ? String(cells[column]) : row
        }.joined(separator: " / ")
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let was = before.isEmpty ? "no row" : english(before, 2)
      let now = after.isEmpty ? "no row" : english(after, 2)
      let detail = was == now ? "\(now), other columns" : "\(was) → \(now)"
      return "row ‘\(term)’ of \(name): \(detail)"
    }
  }

  /// Rows that can be changed one by one.
  let rows: [RowChange]
  /// Files that have other columns; they change only as a whole.
  let files: [String]

  private let before: [GlossarySource]
  private let after: [GlossarySource]

  init(_ before: [GlossarySource], _ after: [GlossarySource]) {
    let after = Self.placed(after, as: before)
    self.before = Self.padded(before, with: after)
    self.after = Self.padded(after, with: before)
    var rows: [RowChange] = []
    var files: [String] = []
    let old = Dictionary(self.before.map { ($0.path, $0) }) { first, _ in first }
    for file in self.after {
      guard let was = old[file.path], was.bytes != file.bytes else { continue }
      if let changes = Self.changes(was, file) { rows += changes } else { files.append(file.path) }
    }
    self.rows = rows
    self.files = files
  }

  /// The files under the paths of the other side where only the folder is another: a program or a desk
  /// that moved is no change.
  private static func placed(
    _ files: [GlossarySource], as others: [GlossarySource]
  ) -> [GlossarySource] {
    let paths = Set(files.map(\.path))
    let known = Set(others.map(\.path))
    let name = { (file: GlossarySource) in
      "\(file.kind.rawValue)/\(file.path.split(separator: "/").last ?? "")"
    }
    let missing = Dictionary(grouping: others.filter { !paths.contains($0.path) }, by: name)
    let moved = Dictionary(grouping: files.filter { !known.contains($0.path) }, by: name)
    return files.map { file in
      guard !known.contains(file.path), moved[name(file)]?.count == 1,
        let old = missing[name(file)], old.count == 1
      else { return file }
      return GlossarySource(path: old[0].path, kind: file.kind, bytes: file.bytes)
    }
  }

  /// The files, and those of the other side that are missing here, without rows: a file that came is
  /// rows that came.
  private static func padded(
    _ files: [GlossarySource], with others: [GlossarySource]
  ) -> [GlossarySource] {
    let known = Set(files.map(\.path))
    return files
      + others.filter { !known.contains($0.path) }.map { file in
        let header = lines(file).first { !$0.hasPrefix("#") } ?? ""
        return GlossarySource(path: file.path, kind: file.kind, bytes: Array((header + "\n").utf8))
      }
  }

  /// The earlier files with some rows as in the later ones.
  /// - Parameter takingFiles: whether files that change only as a whole are those of the later run.
  func earlier(with changes: [RowChange], takingFiles: Bool = false) -> [GlossarySource] {
    let whole = takingFiles ? Set(files) : []
    let edited = before.filter { !whole.contains($0.path) }.map { file in
      let mine = changes.filter { $0.path == file.path }
      if mine.isEmpty { return file }
      let lines = Self.lines(Self.lines(file), with: mine)
      return GlossarySource(
        path: file.path, kind: file.kind, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
    return edited + after.filter { whole.contains($0.path) }
  }

  /// Lines with changed rows where the first of the earlier ones stood; new ones at the end.
  private static func lines(_ lines: [String], with changes: [RowChange]) -> [String] {
    var owner: [String: Int] = [:]
    for (index, change) in changes.enumerated() { for row in change.before { owner[row] = index } }
    var isPlaced = [Bool](repeating: false, count: changes.count)
    var result: [String] = []
    for line in lines {
      guard let index = owner[line] else {
        result.append(line)
        continue
      }
      if !isPlaced[index] { result += changes[index].after }
      isPlaced[index] = true
    }
    for (change, isThere) in zip(changes, isPlaced) where !isThere { result += change.after }
    return result
  }

  private static func lines(_ file: GlossarySource) -> [String] {
    file.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The changed terms of a file; nil when its columns differ.
  private static func changes(_ before: GlossarySource, _ after: GlossarySource) -> [RowChange]? {
    let old = lines(before)
    let new = lines(after)
    guard let header = old.first(where: { !$0.hasPrefix("#") }),
      header == new.first(where: { !$0.hasPrefix("#") }), header.hasPrefix("vi\ttag\t")
    else { return nil }
    let columns = header.split(separator: "\t", omittingEmptySubsequences: false)
    let variants = columns.firstIndex(of: "variants")
    let kept = Set(old).intersection(new)
    var order: [String] = []
    var groups: [String: (before: [String], after: [String])] = [:]
    func add(_ row: String, isBefore: Bool) {
      if kept.contains(row) || row == header || row.hasPrefix("#") { return }
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let key = cells.prefix(2).joined(separator: "\t")
      if groups[key] == nil { order.append(key) }
      if isBefore {
        groups[key, default: ([], [])].before.append(row)
      } else {
        groups[key, default: ([], [])].after.append(row)
      }
    }
    for row in old { add(row, isBefore: true) }
    for row in new { add(row, isBefore: false) }
    return order.compactMap { key in
      groups[key].map { group in
        let spellings = (group.before + group.after).flatMap { row -> [String] in
          let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          let more = variants.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
          return [cells[0]] + more.split(separator: "|").map(String.init)
        }
        return RowChange(
          path: after.path, term: String(key.split(separator: "\t").first ?? ""),
          spellings: spellings, before: group.before, after: group.after)
      }
    }
  }
}
