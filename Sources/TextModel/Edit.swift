/// One replacement that a step made: the bytes `start..<end` of its input became `replacement`.
public struct Edit: Hashable, Codable, Sendable {
  /// The offset of the first byte replaced.
  public let start: Int
  /// The offset after the last byte replaced.
  public let end: Int
  /// The UTF-8 bytes that stand there now.
  public let replacement: [UInt8]
  /// The rule that asked for it, such as `windows-1258`.
  public let rule: String

  /// Makes an edit.
  public init(_ start: Int, _ end: Int, _ replacement: [UInt8], rule: String) {
    self.start = start
    self.end = end
    self.replacement = replacement
    self.rule = rule
  }
}

/// A list of edits of one text, ascending and disjoint: a change that can be replayed and inverted.
///
/// Law: `apply` on the input gives the output; `outputOffset` and `inputOffset` are total and
/// monotone; `then` is associative and agrees with applying one after the other.
public struct EditList: Hashable, Codable, Sendable {
  /// The edits, ascending and disjoint.
  public private(set) var edits: [Edit]
  private var shifts: [Int]

  /// No change.
  public init() {
    edits = []
    shifts = []
  }

  /// Takes edits that are ascending and disjoint; an edit that overlaps the one before is dropped.
  public init(_ edits: [Edit]) {
    var end = 0
    let isDisjoint = edits.allSatisfy { edit in
      defer { end = edit.end }
      return edit.start >= end
    }
    self.edits = isDisjoint ? edits : Self.disjoint(edits)
    shifts = []
    shifts.reserveCapacity(self.edits.count)
    var shift = 0
    for edit in self.edits {
      shift += edit.replacement.count - (edit.end - edit.start)
      shifts.append(shift)
    }
  }

  /// The edits that do not overlap the one kept before.
  private static func disjoint(_ edits: [Edit]) -> [Edit] {
    var end = 0
    return edits.filter { edit in
      guard edit.start >= end else { return false }
      end = edit.end
      return true
    }
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { edits.isEmpty }

  /// The text after the edits.
  public func apply(to input: [UInt8]) -> [UInt8] {
    if edits.isEmpty { return input }
    var output: [UInt8] = []
    output.reserveCapacity(input.count + max(0, shifts.last ?? 0))
    var done = 0
    for edit in edits {
      output += input[done..<edit.start]
      output += edit.replacement
      done = edit.end
    }
    output += input[done...]
    return output
  }

  /// The offset in the output of an offset in the input; inside a replaced part, its start.
  /// Complexity: O(log n) in the edits.
  public func outputOffset(of offset: Int) -> Int {
    let next = edits.indices.partitioningOffset { edits[$0].start > offset }
    guard next > 0 else { return offset }
    let edit = edits[next - 1]
    if offset >= edit.end { return offset + shifts[next - 1] }
    return edit.start + (next > 1 ? shifts[next - 2] : 0)
  }

  /// The input span that a span of the output came from; a replaced part is taken whole.
  /// Complexity: O(log n) in the edits.
  public func inputRange(of range: Range<Int>) -> Range<Int> {
    let start = inputOffset(of: range.lowerBound, upper: false)
    let end = range.isEmpty ? start : inputOffset(of: range.upperBound, upper: true)
    return start..<max(start, end)
  }

  private func inputOffset(of offset: Int, upper: Bool) -> Int {
    let next = edits.indices.partitioningOffset {
      let start = outputStart(ofEdit: $0)
      return upper ? start >= offset : start > offset
    }
    guard next > 0 else { return offset }
    let edit = edits[next - 1]
    let end = edit.end + shifts[next - 1]
    if offset >= end { return offset - shifts[next - 1] }
    return upper ? edit.end : edit.start
  }

  /// The offset in the output at which an edit's replacement starts.
  func outputStart(ofEdit index: Int) -> Int {
    edits[index].start + (index > 0 ? shifts[index - 1] : 0)
  }

  /// The two changes as one: first this, then the other on its output.
  ///
  /// Edits that touch the same input are joined; their rules are joined by `+`.
  public func then(_ later: EditList, input: [UInt8]) -> EditList {
    if isEmpty { return later }
    if later.isEmpty { return self }
    return EditComposer(first: self, second: later, input: input).compose()
  }
}

extension Range<Int> {
  /// The first number that satisfies the test, by bisection; all numbers after it must too.
  package func partitioningOffset(_ test: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if test(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
