import Reporting

/// Which sentences of an article are the same in two runs.
struct SentenceAlignment {
  /// Sentences that belong together: the same, edited, or cut elsewhere.
  enum Link: Hashable {
    /// The same words.
    case same(Int, Int)
    /// Alike, but edited at the source.
    case edited(Int, Int)
    /// The same words with other boundaries.
    case recut(Range<Int>, Range<Int>)
    /// Only in the earlier run.
    case removed(Int)
    /// Only in the later run.
    case added(Int)
  }

  /// The links in reading order; numbers are indices into the sentences given.
  let links: [Link]
  /// The share of sentences that are the same or recut, 0 to 1.
  let likeness: Double

  /// Two sentences are one that was edited from this likeness on.
  private static let threshold = 0.5

  /// Aligns sentences by their text.
  init(_ before: [String], _ after: [String], words: (String) -> [String]) {
    var links: [Link] = []
    var kept = 0
    var oldStart = 0
    var newStart = 0
    for (old, new) in Self.anchors(before, after) + [(before.count, after.count)] {
      let gap = Self.gap(before, oldStart..<old, after, newStart..<new, words)
      links += gap
      for case .recut(let range, _) in gap { kept += range.count }
      if old < before.count {
        links.append(.same(old, new))
        kept += 1
      }
      oldStart = old + 1
      newStart = new + 1
    }
    self.links = links
    let longest = max(before.count, after.count)
    likeness = longest == 0 ? 1 : Double(kept) / Double(longest)
  }

  /// Pairs of the same text, ascending on both sides.
  private static func anchors(_ before: [String], _ after: [String]) -> [(Int, Int)] {
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    return Array(
      zip(
        before.indices.filter { !removed.contains($0) },
        after.indices.filter { !added.contains($0) }))
  }

  private static func gap(
    _ before: [String], _ old: Range<Int>, _ after: [String], _ new: Range<Int>,
    _ words: (String) -> [String]
  ) -> [Link] {
    if old.isEmpty && new.isEmpty { return [] }
    let letters = { (texts: ArraySlice<String>) in texts.joined().filter { !$0.isWhitespace } }
    if !old.isEmpty, !new.isEmpty, letters(before[old]) == letters(after[new]) {
      return [.recut(old, new)]
    }
    var links: [Link] = []
    var next = new.lowerBound
    for index in old {
      let left = words(before[index])
      let best = (next..<new.upperBound).map { ($0, WordDiff.likeness(left, words(after[$0]))) }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let best, best.1 >= threshold {
        links += (next..<best.0).map(Link.added)
        links.append(.edited(index, best.0))
        next = best.0 + 1
      } else {
        links.append(.removed(index))
      }
    }
    return links + (next..<new.upperBound).map(Link.added)
  }
}
