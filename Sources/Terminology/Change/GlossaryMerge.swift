/// Puts together two files that were changed apart from one base: cell by cell, conflicts named.
///
/// Laws: a side that did not change gives way; two equal sides give that side; without conflicts the
/// sides may be exchanged, but for the order of new senses. Lists (variants, other renderings) take
/// what either side added and lose what either took out, so they never conflict.
public struct GlossaryMerge: Sendable {
  /// Something that both sides changed, each in its way. The result has ours.
  public struct Conflict: Hashable, Codable, Sendable {
    /// The headword.
    public let vi: String
    /// The tag.
    public let tag: String
    /// The column; `row` when one side removed what the other changed.
    public let column: String
    /// What stood in the base.
    public let base: String
    /// What our side has.
    public let ours: String
    /// What their side has.
    public let theirs: String
  }

  /// The file put together, sorted.
  public private(set) var result: GlossaryFile
  /// What could not be decided.
  public private(set) var conflicts: [Conflict] = []

  private let base: GlossaryFile
  private let ours: GlossaryFile
  private let theirs: GlossaryFile
  private let columns: [String]

  /// Merges.
  public init(base: GlossaryFile, ours: GlossaryFile, theirs: GlossaryFile) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
    columns = ours.columns + theirs.columns.filter { !ours.columns.contains($0) }
    result = GlossaryFile(columns: columns)
    result.comments = ours.comments == base.comments ? theirs.comments : ours.comments
    merge()
    result.sort()
  }

  private mutating func merge() {
    let left = RowAlignment(base, ours)
    let right = RowAlignment(base, theirs)
    var baseRow = Array<Int?>(repeating: nil, count: ours.rows.count)
    for row in base.rows.indices { if let partner = left.partners[row] { baseRow[partner] = row } }
    var taken: Set<Int> = []
    for row in ours.rows.indices {
      if let origin = baseRow[row] {
        mergeKept(origin, row, right.partners[origin])
      } else {
        mergeAdded(row, right.added, &taken)
      }
    }
    for row in base.rows.indices where left.partners[row] == nil {
      guard let partner = right.partners[row],
        !GlossaryDiff.fields(base, row, theirs, partner).isEmpty
      else { continue }
      conflict("row", base, row, base: base[row, .en], ours: "", theirs: theirs[partner, .en])
    }
    for row in right.added where !taken.contains(row) {
      append(columns.map { theirs[row, $0] })
    }
  }

  /// A row that ours has from the base.
  private mutating func mergeKept(_ origin: Int, _ row: Int, _ partner: Int?) {
    if let partner {
      let cells = columns.map { column in
        cell(column, base[origin, column], ours[row, column], theirs[partner, column], row)
      }
      return append(cells)
    }
    if GlossaryDiff.fields(base, origin, ours, row).isEmpty { return }
    conflict("row", base, origin, base: base[origin, .en], ours: ours[row, .en], theirs: "")
    append(columns.map { ours[row, $0] })
  }

  /// A row that ours added; theirs may have added the same sense.
  private mutating func mergeAdded(_ row: Int, _ added: [Int], _ taken: inout Set<Int>) {
    let key = ["vi", "tag", "when", "valid"]
    let twin = added.first { other in
      !taken.contains(other) && key.allSatisfy { ours[row, $0] == theirs[other, $0] }
    }
    guard let twin else { return append(columns.map { ours[row, $0] }) }
    taken.insert(twin)
    append(columns.map { cell($0, "", ours[row, $0], theirs[twin, $0], row) })
  }

  private mutating func cell(
    _ column: String, _ base: String, _ ours: String, _ theirs: String, _ row: Int
  ) -> String {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    if TermColumn(name: column)?.isList == true { return Self.list(base, ours, theirs) }
    conflict(column, self.ours, row, base: base, ours: ours, theirs: theirs)
    return ours
  }

  private static func list(_ base: String, _ ours: String, _ theirs: String) -> String {
    let (base, ours, theirs) = (items(base), items(ours), items(theirs))
    let kept = ours.filter { theirs.contains($0) || !base.contains($0) }
    let new = theirs.filter { !base.contains($0) && !ours.contains($0) }
    return (kept + new).joined(separator: "|")
  }

  private static func items(_ cell: String) -> [String] {
    cell.split(separator: "|").map(String.init)
  }

  private mutating func append(_ cells: [String]) {
    result.rows.append(GlossaryFile.Row(cells: cells, line: 0))
  }

  private mutating func conflict(
    _ column: String, _ file: GlossaryFile, _ row: Int, base: String, ours: String, theirs: String
  ) {
    conflicts.append(
      Conflict(
        vi: file[row, .vi], tag: file[row, .tag], column: column, base: base, ours: ours,
        theirs: theirs))
  }
}
