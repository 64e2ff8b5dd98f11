import Reporting

/// The data files by which two runs differ, each of which can be changed alone.
struct DataDelta {
  /// One file that differs.
  struct FileChange: Hashable {
    /// The earlier file; nil when the earlier run did not read it.
    let before: DataFile?
    /// The later file; nil when the later run did not read it.
    let after: DataFile?

    static func == (left: FileChange, right: FileChange) -> Bool { left.id == right.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// Names the file and both its states.
    private let id: String

    init(before: DataFile?, after: DataFile?) {
      self.before = before
      self.after = after
      id = [before, after].map { $0.map { [$0].digest } ?? "none" }.joined(separator: " ")
    }

    /// Weights that were fitted, or other data.
    var factor: Cause.Factor {
      after?.holdsWeights ?? before?.holdsWeights ?? false ? .weights : .data
    }

    /// Which rows changed, for a reader.
    var description: String {
      let name = "\(after?.name ?? before?.name ?? "").tsv"
      let old = before.map(Self.rows) ?? []
      let new = after.map(Self.rows) ?? []
      let gone = old.filter { !Set(new).contains($0) }
      let came = new.filter { !Set(old).contains($0) }
      guard gone.count + came.count > 0 else { return "\(name): comments or order of rows" }
      if let was = gone.first, let now = came.first, gone.count == 1, came.count == 1 {
        let same = zip(was, now).prefix { $0 == $1 }.count
        let row = was.prefix(same).joined(separator: " ")
        let sides = [was, now].map { $0.dropFirst(same).joined(separator: " ") }
        return "\(name): \(row.isEmpty ? "" : row + " ")\(sides.joined(separator: " → "))"
      }
      return "\(name): \(gone.count) rows → \(came.count) other rows"
    }

    /// The rows of a file in cells, without comments and the header.
    private static func rows(_ file: DataFile) -> [[String]] {
      file.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        .filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: "\t").map(String.init) }
    }
  }

  /// The files that differ; none when one of the runs did not keep its data files.
  let files: [FileChange]
  private let before: [DataFile]
  private let after: [DataFile]

  init(_ before: [DataFile], _ after: [DataFile]) {
    self.before = before
    self.after = after
    guard !before.isEmpty, !after.isEmpty else {
      files = []
      return
    }
    let key = { (file: DataFile) in "\(file.module)/\(file.name)" }
    let old = Dictionary(before.map { (key($0), $0) }) { first, _ in first }
    let new = Dictionary(after.map { (key($0), $0) }) { first, _ in first }
    files = Set(old.keys).union(new.keys).sorted().compactMap { name in
      old[name] == new[name] ? nil : FileChange(before: old[name], after: new[name])
    }
  }

  /// The earlier files with some as in the later run.
  func earlier(with changes: [FileChange]) -> [DataFile] {
    let kept = before.isEmpty ? after : before
    let taken = Dictionary(
      changes.compactMap { change in change.before.map { ($0, change.after) } }
    ) {
      first, _ in first
    }
    return kept.compactMap { file -> DataFile? in
      guard let other = taken[file] else { return file }
      return other
    } + changes.filter { $0.before == nil }.compactMap(\.after)
  }
}
