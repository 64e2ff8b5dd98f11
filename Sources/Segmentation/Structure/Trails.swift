import TextModel

/// Tells menus from the names of sections above the headline.
struct Trails {
  let pieces: [Piece]
  let features: [PieceFeatures]
  let cues: [[StructureCues.Cue]]
  let table: StructureCues

  /// Rows of five or more short lines without a date, before the running text, are menus.
  func markMenus(_ contexts: inout [PieceContext], headline: Int?, end last: Int) {
    let trail = headline.map { sections(above: $0) } ?? []
    var start = 0
    while start < last {
      var end = start
      while end < pieces.count, features[end].length <= 5, !features[end].hasDate,
        !features[end].endsSentence
      {
        end += 1
      }
      if end - start >= 5 {
        for index in start..<end
        where !trail.contains(index) && !isTrail(index, menu: start..<end, headline: headline) {
          contexts[index].isInMenu = true
        }
      }
      start = end + 1
    }
  }

  /// The names of sections right above the headline end a menu and do not belong to it.
  private func isTrail(_ index: Int, menu: Range<Int>, headline: Int?) -> Bool {
    guard let headline, index < headline, headline - menu.upperBound <= 1,
      index >= menu.upperBound - 2, table.isSection(pieces[index].folded)
    else { return false }
    if index == menu.upperBound - 1 { return true }
    let last = pieces[menu.upperBound - 1].folded
    return table.isSection(last) && !menu.dropLast().contains { pieces[$0].folded == last }
  }

  /// Names of sections above the headline on lines of their own, at most three, with only dates and
  /// controls between: a menu has more of them, or has them glued together.
  private func sections(above headline: Int) -> [Int] {
    var found: [Int] = []
    var index = headline - 1
    while index >= 0, headline - index <= 10 {
      if isOwnSection(index) {
        found.append(index)
      } else if !(features[index].hasDate || features[index].isMarksOnly || isControl(index)
        || hasDateOnLine(index))
      {
        break
      }
      index -= 1
    }
    return found.count <= 3 ? found : []
  }

  /// A known section on a line where nothing but sections and marks stand.
  private func isOwnSection(_ index: Int) -> Bool {
    guard table.isSection(pieces[index].folded) else { return false }
    var start = index
    while start > 0, pieces[start].glue != nil { start -= 1 }
    var end = index + 1
    while end < pieces.count, pieces[end].glue != nil { end += 1 }
    return end - start <= 5
      && (start..<end).allSatisfy {
        features[$0].isMarksOnly || features[$0].hasDate || table.isSection(pieces[$0].folded)
      }
  }

  /// A name beside the date, on its line.
  private func hasDateOnLine(_ index: Int) -> Bool {
    var end = index + 1
    while end < pieces.count, pieces[end].glue != nil, end - index < 4 {
      if features[end].hasFullDate { return true }
      end += 1
    }
    return false
  }

  private func isControl(_ index: Int) -> Bool { cues[index].contains { $0.role == .widget } }

  /// A short line with `>`, `»` or `/` beside it.
  func isStep(_ index: Int) -> Bool {
    guard (1...6).contains(features[index].length), !features[index].hasDate else { return false }
    return isTrailMark(index - 1) || isTrailMark(index + 1) || beginsTrail(index)
      || beginsTrail(index + 1)
  }

  private func isTrailMark(_ index: Int) -> Bool {
    pieces.indices.contains(index) && features[index].isMarksOnly
      && [">", "»", "›", "/"].contains(pieces[index].folded)
  }

  /// A step with its mark before it: `/ Xã hội`.
  private func beginsTrail(_ index: Int) -> Bool {
    guard pieces.indices.contains(index), features[index].length <= 6 else { return false }
    return ["> ", "» ", "› ", "/ "].contains { pieces[index].folded.hasPrefix($0) }
  }
}
