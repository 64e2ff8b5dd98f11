/// Which rows of two files are the same sense.
///
/// Rows are partners when headword and tag agree. Among several, the most alike are paired first: all
/// cells; rendering, condition and period; rendering; condition and period; then in order.
struct RowAlignment {
  /// For each row of the first file its partner in the second, nil when it has none.
  private(set) var partners: [Int?]
  /// The rows of the second file without a partner, in order.
  private(set) var added: [Int] = []

  init(_ first: GlossaryFile, _ second: GlossaryFile) {
    partners = Array(repeating: nil, count: first.rows.count)
    var free = Array(repeating: true, count: second.rows.count)
    var columns = first.columns
    columns += second.columns.filter { !first.columns.contains($0) }
    let keys: [[String]] = [
      columns, ["vi", "tag", "en", "when", "valid"], ["vi", "tag", "en"],
      ["vi", "tag", "when", "valid"], ["vi", "tag"],
    ]
    for key in keys {
      var waiting: [[String]: [Int]] = [:]
      for row in second.rows.indices.reversed() where free[row] {
        waiting[key.map { second[row, $0] }, default: []].append(row)
      }
      for row in first.rows.indices where partners[row] == nil {
        guard let partner = waiting[key.map { first[row, $0] }]?.popLast() else { continue }
        partners[row] = partner
        free[partner] = false
      }
    }
    added = second.rows.indices.filter { free[$0] }
  }
}
