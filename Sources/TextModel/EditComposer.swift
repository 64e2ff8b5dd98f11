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
    return EditList(groups().map { edit(of: $0, middle: middle) })
  }

  private func middleRange(_ index: Int) -> Range<Int> {
    let start = first.outputStart(ofEdit: index)
    return start..<(start + first.edits[index].replacement.count)
  }

  private func groups() -> [Group] {
    var groups: [Group] = []
    var i = 0
    var j = 0
    while i < first.edits.count || j < second.edits.count {
      let left = i < first.edits.count ? middleRange(i) : nil
      let right = j < second.edits.count ? second.edits[j].start..<second.edits[j].end : nil
      let takeFirst = left.map { l in right.map { l.lowerBound <= $0.lowerBound } ?? true } ?? false
      guard let range = takeFirst ? left : right else { break }
      let overlaps = groups.last.map { range.lowerBound < $0.end } ?? false
      if overlaps, let last = groups.indices.last {
        groups[last].end = max(groups[last].end, range.upperBound)
      } else {
        groups.append(
          Group(
            start: range.lowerBound, end: range.upperBound, firstEdits: i..<i, secondEdits: j..<j))
      }
      let last = groups.count - 1
      if takeFirst {
        i += 1
        groups[last].firstEdits = groups[last].firstEdits.lowerBound..<i
      } else {
        j += 1
        groups[last].secondEdits = groups[last].secondEdits.lowerBound..<j
      }
    }
    return groups
  }

  private func edit(of group: Group, middle: [UInt8]) -> Edit {
    let firsts = first.edits[group.firstEdits]
    let seconds = second.edits[group.secondEdits]
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
