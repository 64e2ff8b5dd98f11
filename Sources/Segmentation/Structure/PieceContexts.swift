import TextModel

/// Looks at each piece's neighbours and at the whole page.
struct PieceContexts {
  let pieces: [Piece]
  let features: [PieceFeatures]
  let cues: [[StructureCues.Cue]]
  let table: StructureCues
  let stamps: Stamps

  func all() -> [PieceContext] {
    var contexts = [PieceContext](repeating: PieceContext(), count: pieces.count)
    let counts = pieces.reduce(into: [String: Int]()) { $0[$1.folded, default: 0] += 1 }
    let firstProse = pieces.indices.first {
      features[$0].isProse && !features[$0].isQuestionAlone || isCaption($0)
    }
    let headline = HeadlineChoice(pieces: pieces, features: features, cues: cues)
      .index(before: firstProse ?? pieces.count)
    var prose = 0
    for index in pieces.indices.reversed() {
      if features[index].isProse, !isCaption(index) { prose += 1 }
      contexts[index].proseAhead = prose
    }
    for index in pieces.indices {
      fill(&contexts[index], at: index)
      contexts[index].isRepeated =
        features[index].length >= 4 && counts[pieces[index].folded, default: 0] > 1
      contexts[index].isFirstProse = index == firstProse && !isCaption(index)
      contexts[index].isSecondProse = index > 0 && index - 1 == firstProse && !isCaption(index - 1)
      if let headline {
        contexts[index].isLikelyHeadline = index == headline
        contexts[index].isAboveHeadline = index < headline && headline - index <= 3
        contexts[index].isInTrail = index < headline && isStep(index)
        contexts[index].isBelowHeadline = index > headline
        if headline < index { markRepeat(&contexts[index], index, of: headline) }
      }
    }
    if let headline { markClock(&contexts, headline: headline, end: firstProse ?? pieces.count) }
    markMenus(&contexts, headline: headline)
    PageBoxes(pieces: pieces, features: features, cues: cues).mark(&contexts)
    return contexts
  }

  /// A date well above the headline, where another follows.
  private func markClock(_ contexts: inout [PieceContext], headline: Int, end: Int) {
    let dates = pieces.indices.prefix(max(end, headline + 5)).filter {
      features[$0].hasFullDate && features[$0].length <= 12
    }
    for index in dates.dropLast() where index < headline - 2 {
      contexts[index].isPageClock = true
    }
  }

  /// Rows of five or more short lines without a date are menus.
  private func markMenus(_ contexts: inout [PieceContext], headline: Int?) {
    var start = 0
    while start < pieces.count {
      var end = start
      while end < pieces.count, features[end].length <= 5, !features[end].hasDate,
        !features[end].endsSentence
      {
        end += 1
      }
      if end - start >= 5 {
        for index in start..<end where !isTrail(index, menu: start..<end, headline: headline) {
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

  /// A short line with `>`, `»` or `/` beside it.
  private func isStep(_ index: Int) -> Bool {
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

  private func isCaption(_ index: Int) -> Bool { cues[index].contains(where: \.creditsPhoto) }

  private func fill(_ context: inout PieceContext, at index: Int) {
    context.isControl = cues[index].contains { $0.role == .widget }
    let next = index + 1 < pieces.count ? index + 1 : nil
    let previous = index > 0 ? index - 1 : nil
    context.nextIsProse = next.map { features[$0].isProse } ?? false
    if let next, pieces[next].glue == "stamp" {
      context.stampRole = stamps.role(pieces[index].tokens[...])
    }
    let gluedNext = next.map { pieces[index].isGluedToNext && isLink($0) } ?? false
    let gluedPrevious = previous.map { pieces[$0].isGluedToNext && isLink($0) } ?? false
    context.isLinkPair = isLink(index) && (gluedNext || gluedPrevious)
    context.isBetweenBars =
      (next.map { features[$0].isMarksOnly && pieces[$0].folded == "|" } ?? false)
      && (previous.map { features[$0].isMarksOnly && pieces[$0].folded == "|" } ?? false)
    if let previous, pieces[previous].isGluedToNext {
      context.followsPictureText = cues[previous].contains {
        $0.role == .widget && $0.match == .suffix && $0.limit == 60
      }
    }
  }

  private func isLink(_ index: Int) -> Bool {
    features[index].isTitleLike && features[index].length >= 5 && !features[index].endsSentence
  }

  private func markRepeat(_ context: inout PieceContext, _ index: Int, of headline: Int) {
    let title = pieces[headline].folded
    context.repeatsHeadline =
      pieces[index].folded == title
      || (pieces[index].folded.hasPrefix(title)
        && features[index].length <= features[headline].length + 3)
  }
}
