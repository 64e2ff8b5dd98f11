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
    let firstProse = pieces.indices.first { isText($0) }
    let end =
      pieces.indices.first { (isCaption($0) && !isGalleryTitle($0)) || $0 == firstProse }
      ?? pieces.count
    let headline = HeadlineChoice(pieces: pieces, features: features, cues: cues)
      .index(before: end)
    // A piece of a story that begins with a caption, without a headline, has no lede.
    let hasLede =
      headline != nil
      || firstProse.map { !pieces[..<$0].indices.contains(where: isCaption) } ?? false
    let trails = Trails(pieces: pieces, features: features, cues: cues, table: table)
    var prose = 0
    for index in pieces.indices.reversed() {
      if features[index].isProse, !isCaption(index) { prose += 1 }
      contexts[index].proseAhead = prose
    }
    for index in pieces.indices {
      fill(&contexts[index], at: index)
      contexts[index].followsText = firstProse.map { index > $0 } ?? false
      contexts[index].isRepeated =
        features[index].length >= 4 && counts[pieces[index].folded, default: 0] > 1
      contexts[index].isFirstProse = hasLede && index == firstProse
      contexts[index].isSecondProse = index > 0 && index - 1 == firstProse
      if let headline {
        contexts[index].isLikelyHeadline = index == headline
        contexts[index].isAboveHeadline = index < headline && headline - index <= 3
        contexts[index].isInTrail = index < headline && trails.isStep(index)
        contexts[index].isBelowHeadline = index > headline
        if headline < index { markRepeat(&contexts[index], index, of: headline) }
      }
    }
    if let headline { markClock(&contexts, headline: headline, end: firstProse ?? pieces.count) }
    trails.markMenus(&contexts, headline: headline, end: firstProse ?? pieces.count)
    PageBoxes(pieces: pieces, features: features, cues: cues).mark(&contexts)
    PieceKinds(pieces: pieces, features: features, cues: cues, table: table).mark(&contexts)
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

  /// Running text; a long piece with a full stop inside may have lost its end to what was glued to it.
  private func isText(_ index: Int) -> Bool {
    let feature = features[index]
    let isLong = feature.length >= 25 && feature.stops >= 1 && !feature.isTruncated
    return (feature.isProse || isLong) && !feature.isQuestionAlone && !isOffer(index)
      && !isCaption(index)
  }

  /// A sentence of the page itself, such as a notice of cookies.
  private func isOffer(_ index: Int) -> Bool {
    cues[index].contains { $0.role == .widget && $0.weight >= 9 }
  }

  /// A headline with a label: `Ảnh: Phiên chợ lúc nửa đêm`.
  private func isGalleryTitle(_ index: Int) -> Bool {
    index <= 2 && features[index].isTitleLike
      && cues[index].contains { $0.creditsPhoto && $0.match == .prefix }
  }

  /// A caption by its credit; an item of a menu such as `Bảng xếp hạng` is none.
  private func isCaption(_ index: Int) -> Bool {
    features[index].length > 4 && cues[index].contains(where: \.creditsPhoto)
  }

  private func fill(_ context: inout PieceContext, at index: Int) {
    context.isControl = cues[index].contains { $0.role == .widget }
    let next = index + 1 < pieces.count ? index + 1 : nil
    let previous = index > 0 ? index - 1 : nil
    context.nextIsProse = next.map { features[$0].isProse } ?? false
    if let next, pieces[next].glue == "stamp" || (context.nextIsProse && isStampLine(index)) {
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

  /// A stamp with its dash, wherever the line was cut.
  private func isStampLine(_ index: Int) -> Bool {
    guard let last = pieces[index].tokens.last else { return false }
    return features[index].length <= 6 && stamps.isDash(last)
  }

  private func isLink(_ index: Int) -> Bool {
    features[index].isTitleLike && features[index].length >= 5 && !features[index].endsSentence
  }

  private func markRepeat(_ context: inout PieceContext, _ index: Int, of headline: Int) {
    let title = pieces[headline].folded
    context.repeatsHeadline =
      pieces[index].folded == title
      || (pieces[index].folded.hasPrefix(title)
        && (features[index].length <= features[headline].length + 3
          || (features[headline].length >= 6 && !features[index].endsSentence
            && pieces[index].folded.dropFirst(title.count).first.map { ",-|".contains($0) } ?? false)))
  }
}
