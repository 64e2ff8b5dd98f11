import TextModel

/// Costs of two tags side by side, from a table.
struct TagPairs: Sendable {
  private var costs: [Float]
  private let count = Tags.all.count + 1
  /// The border of a sentence.
  private var border: Int { Tags.all.count }

  /// Reads a table with the columns left, right, cost; `*` stands for every tag, `#` for the border.
  init(_ table: DataTable) {
    costs = [Float](repeating: 0, count: count * count)
    for row in table.rows {
      guard let cost = Float(row["cost"]) else { continue }
      for left in tags(row["left"]) {
        for right in tags(row["right"]) { costs[left * count + right] = cost }
      }
    }
  }

  private func tags(_ cell: String) -> [Int] {
    cell.split(separator: " ").flatMap { name -> [Int] in
      if name == "*" { return Array(0..<count) }
      if name == "#" { return [border] }
      return Tags.all.firstIndex(of: String(name)).map { [$0] } ?? []
    }
  }

  func cost(_ left: Int, _ right: Int) -> Float { costs[left * count + right] }
  func first(_ tag: Int) -> Float { cost(border, tag) }
  func last(_ tag: Int) -> Float { cost(tag, border) }
}

/// Keeps the edges that lie on a path nearly as good as the best one.
///
/// Forward and backward best costs give each edge its best complete path; edges within `beam` of the
/// best path stay, with `share` of the difference as their cost in the chart.
struct LatticePruner: Sendable {
  let pairs: TagPairs
  var beam: Float = 1.2
  var share: Float = 0.8

  func prune(_ lattice: inout Lattice) {
    let edges = lattice.edges
    let count = lattice.tokens.count
    var starting = [[Int]](repeating: [], count: count + 1)
    var ending = [[Int]](repeating: [], count: count + 1)
    for (number, edge) in edges.enumerated() {
      starting[edge.start].append(number)
      ending[edge.end].append(number)
    }
    var forward = [Float](repeating: .infinity, count: edges.count)
    var backward = forward
    for position in 0..<count {
      for number in starting[position] {
        let edge = edges[number]
        var best: Float = position == 0 ? pairs.first(edge.tag) : .infinity
        for before in ending[position] {
          best = min(best, forward[before] + pairs.cost(edges[before].tag, edge.tag))
        }
        forward[number] = best + edge.cost
      }
    }
    for position in stride(from: count, to: 0, by: -1) {
      for number in ending[position] {
        let edge = edges[number]
        var best: Float = position == count ? pairs.last(edge.tag) : .infinity
        for after in starting[position] {
          best = min(
            best, backward[after] + edges[after].cost + pairs.cost(edge.tag, edges[after].tag))
        }
        backward[number] = best
      }
    }
    var total = Float.infinity
    for number in ending[count] { total = min(total, forward[number] + backward[number]) }
    lattice.edges = edges.indices.compactMap { number in
      let through = forward[number] + backward[number] - total
      guard through <= beam else { return nil }
      var edge = edges[number]
      edge.cost = max(0, through) * share
      return edge
    }
  }
}
