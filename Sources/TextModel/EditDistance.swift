/// How many letters must be put in, taken out, replaced or exchanged with their neighbor.
///
/// Source: Damerau 1964, optimal string alignment.
package enum EditDistance {
  /// The distance of two texts by Unicode scalars.
  package static func between(_ first: String, _ second: String) -> Int {
    between(first.unicodeScalars.map(\.value), second.unicodeScalars.map(\.value), limit: .max)
  }

  /// The distance of two sequences, or any number above the limit when it is greater.
  package static func between<Element: Equatable>(
    _ first: some RandomAccessCollection<Element>, _ second: some RandomAccessCollection<Element>,
    limit: Int
  ) -> Int {
    let (left, right) = (Array(first), Array(second))
    if abs(left.count - right.count) > limit { return limit + 1 }
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in 0..<left.count {
      row[0] = i + 1
      var least = row[0]
      for j in 0..<right.count {
        var best = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        row[j + 1] = best
        least = min(least, best)
      }
      if least > limit { return limit + 1 }
      (before, last, row) = (last, row, before)
    }
    return last[right.count]
  }
}
