/// Joins two edit lists into one over the input of the first.
struct EditComposer {
  let first: EditList
  let second: EditList
  let input: [UInt8]

  /// A group of edits of both lists that touch, as ranges of the text between the two.
  private struct Group {
    var start: Int
    var end: Int
    var firstEdits: Range<Int>
    var secondEdits: Range<Int>
  }

  func compose() -> EditList {
    let middle = first.apply(to: input)
    var edits: [Edit] = []
    edits.reserveCapacity(first.edits.count + second.edits.count)
    forEachGroup { edits.append(edit(of: $0, middle: middle)) }
    return EditList(edits)
  }

  private func middleRange(_ index: Int) -> Range<Int> {
    let start = first.outputStart(ofEdit: index)
    return start..<(start + first.edits[index].replacement.count)
  }

  /// The groups, from left to right.
  private func forEachGroup(_ body: (Group) -> Void) {
    var open: Group?
    var i = 0
    var j = 0
    while i < first.edits.count || j < second.edits.count {
      let left = i < first.edits.count ? middleRange(i) : nil
      let right = j < second.edits.count ? second.edits[j].start..<second.edits[j].end : nil
      let takeFirst = left.map { l in right.map { l.lowerBound <= $0.lowerBound } ?? true } ?? false
      guard let range = takeFirst ? left : right else { break }
      var group: Group
      if let last = open, range.lowerBound < last.end {
        group = last
        group.end = max(last.end, range.upperBound)
      } else {
        if let open { body(open) }
        group = Group(
          start: range.lowerBound, end: range.upperBound, firstEdits: i..<i, secondEdits: j..<j)
      }
      if takeFirst {
        i += 1
        group.firstEdits = group.firstEdits.lowerBound..<i
      } else {
        j += 1
        group.secondEdits = group.secondEdits.lowerBound..<j
      }
      open = group
    }
    if let open { body(open) }
  }

  private func edit(of group: Group, middle: [UInt8]) -> Edit {
    let firsts = first.edits[group.firstEdits]
    let seconds = second.edits[group.secondEdits]
    if seconds.isEmpty, firsts.count == 1, let edit = firsts.first { return edit }
    var replacement: [UInt8] = []
    var done = group.start
    for edit in seconds {
      replacement += middle[done..<edit.start]
      replacement += edit.replacement
      done = edit.end
    }
    replacement += middle[done..<group.end]
    let source = sourceRange(of: group)
    var rules: [String] = []
    for rule in firsts.map(\.rule) + seconds.map(\.rule) where !rules.contains(rule) {
      rules.append(rule)
    }
    return Edit(
      source.lowerBound, source.upperBound, replacement, rule: rules.joined(separator: "+"))
  }

  /// The group's edges lie on edit edges or outside edits, so the map is exact there.
  private func sourceRange(of group: Group) -> Range<Int> {
    let firsts = first.edits[group.firstEdits]
    guard let head = firsts.first, let tail = firsts.last else {
      return first.inputRange(of: group.start..<group.end)
    }
    let headStart = middleRange(group.firstEdits.lowerBound).lowerBound
    let tailEnd = middleRange(group.firstEdits.upperBound - 1).upperBound
    return (head.start - (headStart - group.start))..<(tail.end + (group.end - tailEnd))
  }
}
