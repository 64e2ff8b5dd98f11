import TextModel
import Vietnamese

/// Marks what stands in boxes of the page: links, comments, tags, polls, tables, runs of titles, and
/// quotations repeated in large letters.
struct PageBoxes {
  let pieces: [Piece]
  let features: [PieceFeatures]
  let cues: [[StructureCues.Cue]]

  func mark(_ contexts: inout [PieceContext]) {
    BoxExtents(pieces: pieces, features: features, cues: cues).mark(&contexts)
    markPolls(&contexts)
    markTables(&contexts)
    markFigureRows(&contexts)
    markPullQuotes(&contexts)
    markNames(&contexts)
    markLists(&contexts)
    for index in pieces.indices {
      contexts[index].isInTitleRun = isInTitleRun(index)
      contexts[index].isBetweenControls = isControl(index - 1) && isControl(index + 1)
      contexts[index].nextIsPhotoCredit = isPhotoCredit(index + 1)
      contexts[index].followsPicture = isPicture(index - 1)
      contexts[index].isLastLine =
        isProse(index - 1) && (index + 1 == pieces.count || isControl(index + 1))
      contexts[index].followsPullQuote =
        index > 0 && contexts[index - 1].isPullQuote && features[index].isName
        && contexts[index].proseAhead < contexts[0].proseAhead
      contexts[index].isBetweenProse = isProse(index - 1) && isProse(index + 1)
      contexts[index].isRunning = isProse(index) && (isProse(index - 1) || isProse(index + 1))
      contexts[index].isGluedSentence =
        pieces[index].isGluedToNext && pieces[index].glue == nil
        && index + 1 < pieces.count && features[index].endsSentence && !features[index].endsQuestion
        && pieces[index + 1].span.start == pieces[index].span.end
    }
  }

  private func isProse(_ index: Int) -> Bool {
    pieces.indices.contains(index) && features[index].isProse
  }

  private func isListItem(_ index: Int) -> Bool {
    pieces.indices.contains(index) && features[index].isListItem
  }

  private func isControl(_ index: Int) -> Bool {
    pieces.indices.contains(index) && cues[index].contains { $0.role == .widget }
  }

  /// A question, its answers, and the button below them.
  private func markPolls(_ contexts: inout [PieceContext]) {
    for button in pieces.indices where cues[button].contains(where: { $0.opens == .poll }) {
      var start = button
      while start > 0, button - start < 7, features[start - 1].length <= 8,
        !features[start - 1].endsSentence
      {
        start -= 1
      }
      guard start > 0, button - start >= 1, features[start - 1].endsQuestion else { continue }
      for index in (start - 1)...button { contexts[index].isInPoll = true }
    }
  }

  /// Six or more short lines of which one in four is a number, with running text before and after.
  private func markTables(_ contexts: inout [PieceContext]) {
    var start = 0
    while start < pieces.count {
      var end = start
      var numbers = 0
      while end < pieces.count, features[end].length <= 5, features[end].length > 0,
        !features[end].endsSentence, !isControl(end) || features[end].numberShare == 1
      {
        if features[end].numberShare >= 0.5, !features[end].hasDate { numbers += 1 }
        end += 1
      }
      if end - start >= 6, numbers * 4 >= end - start, start > 0,
        contexts[start].proseAhead > 0, contexts[start].proseAhead < contexts[0].proseAhead
      {
        for index in start..<end { contexts[index].isInTable = true }
      }
      start = end + 1
    }
  }

  /// Rows of figures, two or more in a row, and the names right above them.
  private func markFigureRows(_ contexts: inout [PieceContext]) {
    var start = 0
    while start < pieces.count {
      var end = start
      while end < pieces.count, features[end].isFigureRow, contexts[end].box == nil { end += 1 }
      if end - start >= 2, contexts[start].proseAhead < contexts[0].proseAhead {
        var first = start
        while first > 0, start - first < 2, features[first - 1].length <= 8,
          !features[first - 1].endsSentence, !isControl(first - 1)
        {
          first -= 1
        }
        for index in first..<end { contexts[index].isInTable = true }
      }
      start = end + 1
    }
  }

  /// Two titles or more in a row, none with a label; the last of three may be a subheading.
  private func isInTitleRun(_ index: Int) -> Bool {
    guard isTitle(index) else { return false }
    let isSubheading =
      isProse(index + 1) && isTitle(index - 2)
      && (features[index].length <= 9 || features[index].endsQuestion)
    if features[index].length <= 9, isListItem(index + 1) { return false }
    return !isSubheading && (isTitle(index - 1) || isTitle(index + 1))
  }

  private func isTitle(_ index: Int) -> Bool {
    guard pieces.indices.contains(index) else { return false }
    let feature = features[index]
    return feature.isTitleLike && feature.length >= 6 && !feature.isListItem
      && !feature.isQuotation && feature.numberShare < 0.3 && !feature.hasFullDate
      && !pieces[index].folded.hasSuffix(":") && cues[index].allSatisfy(\.isHint)
  }

  /// A caption's credit on a line of its own.
  private func isPhotoCredit(_ index: Int) -> Bool {
    pieces.indices.contains(index) && features[index].length <= 8
      && cues[index].contains { $0.creditsPhoto && $0.match == .prefix }
  }

  /// The alternative text or the number of a picture.
  private func isPicture(_ index: Int) -> Bool {
    pieces.indices.contains(index)
      && (pieces[index].folded == "#/#"
        || cues[index].contains { $0.role == .widget && $0.match == .suffix && $0.limit == 60 })
  }

  /// Titles of other articles after the first running text, each with its date and perhaps a text.
  private func markLists(_ contexts: inout [PieceContext]) {
    guard let first = pieces.indices.first(where: { features[$0].isProse }) else { return }
    for index in pieces.indices.dropFirst(first + 2)
    where isListDate(index) && features[index - 1].isTitleLike && features[index - 1].length >= 5
      && !contexts[index - 1].isLikelyHeadline
    {
      contexts[index - 1].isListed = true
      contexts[index].isListed = true
      let isText = isProse(index + 1) && !isProse(index + 2)
      if isText { contexts[index + 1].isListed = true }
    }
  }

  private func isListDate(_ index: Int) -> Bool { features[index].isDateAlone }

  private func markNames(_ contexts: inout [PieceContext]) {
    var counts: [String: Int] = [:]
    let names = pieces.indices.map { features[$0].isName || features[$0].isByline }
    let keys = pieces.map { name($0) }
    for index in pieces.indices where names[index] { counts[keys[index], default: 0] += 1 }
    for index in pieces.indices where names[index] {
      contexts[index].repeatsName = counts[keys[index], default: 0] > 1
    }
  }

  /// The text before a bracket or slash.
  private func name(_ piece: Piece) -> String {
    piece.folded.prefix { $0 != "(" && $0 != "/" }.trimmingSpaces()
  }

  // MARK: Pull quotes

  /// A quotation of a few words between running text: a subheading may quote the text below it.
  private func isSubheading(_ index: Int) -> Bool {
    features[index].isQuotation && features[index].length <= 7 && !features[index].endsSentence
      && isProse(index - 1) && isProse(index + 1)
  }

  private func words(_ index: Int) -> [MatchKey] {
    pieces[index].tokens.filter { $0.kind != .mark }.map(\.key)
  }

  /// Pieces all of whose words stand in a longer piece.
  private func markPullQuotes(_ contexts: inout [PieceContext]) {
    var places: [[MatchKey]: [(piece: Int, word: Int)]] = [:]
    let texts = pieces.indices.map { features[$0].length >= 5 ? words($0) : [] }
    for index in pieces.indices where texts[index].count >= 8 {
      for word in 0...(texts[index].count - 5) {
        let key = Array(texts[index][word..<(word + 5)])
        if places[key, default: []].count < 4 { places[key, default: []].append((index, word)) }
      }
    }
    for index in pieces.indices
    where (5...45).contains(texts[index].count) && !isSubheading(index)
      && contexts[index].box != .links
    {
      let text = texts[index]
      contexts[index].isPullQuote = places[Array(text.prefix(5)), default: []].contains { place in
        let other = texts[place.piece]
        return place.piece != index && !contexts[place.piece].isLikelyHeadline
          && other.count > text.count + 1
          && other.count >= place.word + text.count
          && other[place.word..<(place.word + text.count)].elementsEqual(text)
      }
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
