import TextModel
import Vietnamese

/// Tells kinds of pieces by what stands around them: turns of a conversation, links and captions
/// alone between running text, imprints below it.
struct PieceKinds {
  let pieces: [Piece]
  let features: [PieceFeatures]
  let cues: [[StructureCues.Cue]]
  let table: StructureCues

  func mark(_ contexts: inout [PieceContext]) {
    markTurns(&contexts)
    markLists(&contexts)
    markEnds(&contexts)
    let questions = features.count { $0.isQuestionAlone }
    for index in pieces.indices {
      contexts[index].isLoneLink =
        contexts[index].isBetweenProse && !contexts[index].isTurn
        && isLinkLike(features[index], questions: questions)
      contexts[index].isPlainSentence = isPlainSentence(index, contexts)
      contexts[index].isBesideDate = isBesideDate(index)
      contexts[index].isSiteName = isOutlet(pieces[index].folded)
      contexts[index].isImprint =
        contexts[index].followsText && contexts[index].proseAhead <= 3 && isImprint(index)
    }
  }

  // MARK: Conversations

  /// Two pieces or more with the same name before a colon.
  private func markTurns(_ contexts: inout [PieceContext]) {
    let speakers = pieces.indices.map { speaker($0) }
    let counts = speakers.reduce(into: [String: Int]()) { counts, name in
      if let name { counts[name, default: 0] += 1 }
    }
    for index in pieces.indices where speakers[index].map({ counts[$0, default: 0] > 1 }) ?? false {
      contexts[index].isTurn = true
      contexts[index].isInTitleRun = false
    }
  }

  /// One to seven words before a colon, with more words behind it; the last begins with a capital.
  private func speaker(_ index: Int) -> String? {
    let folded = pieces[index].folded
    guard features[index].length >= 5, let colon = folded.firstRange(of: ": ") else { return nil }
    let name = folded[..<colon.lowerBound]
    let count = name.split(separator: " ").count
    guard (1...7).contains(count), pieces[index].words.prefix(count).last?.isCapitalized ?? false
    else { return nil }
    return String(name)
  }

  // MARK: Lists and ends

  /// Two to twelve short lines below a line that ends with a colon, then running text.
  private func markLists(_ contexts: inout [PieceContext]) {
    for head in pieces.indices
    where features[head].endsWithColon && !contexts[head].isControl && contexts[head].followsText {
      var end = head + 1
      while end < pieces.count, end - head <= 12, features[end].length <= 12,
        !features[end].isProse, !contexts[end].isControl, !features[end].isMarksOnly
      {
        end += 1
      }
      guard end - head > 2, end < pieces.count, features[end].isProse, !contexts[end].isControl
      else { continue }
      for index in head..<end {
        contexts[index].isInList = true
        contexts[index].isInTitleRun = false
      }
    }
  }

  /// What follows `./.`, the label of a caption, or the imprint.
  private func markEnds(_ contexts: inout [PieceContext]) {
    var isFooter = false
    for index in pieces.indices.dropFirst() {
      let before = index - 1
      let endsStory = features[before].endsStory && contexts[before].proseAhead <= 3
      contexts[index].followsStory =
        (endsStory || contexts[before].followsStory) && !contexts[index].isControl
        && !features[index].isProse && features[index].length <= 12
      contexts[index].followsCaptionLabel =
        features[before].length <= 5 && pieces[before].glue == nil && pieces[index].glue == nil
        && cues[before].contains { $0.creditsPhoto } && pieces[before].folded.hasSuffix(",")
        && features[index].length <= 40
      let opens = cues[index].contains { $0.opens == .links || $0.opens == .tags }
      isFooter =
        !opens && (isFooter || (contexts[index].proseAhead <= 2 && opensFooter(index, contexts)))
      contexts[index].isFooter = isFooter
    }
  }

  /// A strong label of an imprint below the text: `Cơ quan chủ quản:`, `Giấy phép số`.
  private func opensFooter(_ index: Int, _ contexts: [PieceContext]) -> Bool {
    contexts[index].followsText
      && cues[index].contains { $0.role == .widget && $0.match == .prefix && $0.weight == 8 }
  }

  // MARK: Alone between running text

  /// A title with a topic, or a question on a page that is no interview.
  private func isLinkLike(_ feature: PieceFeatures, questions: Int) -> Bool {
    let isQuestion = feature.endsQuestion && questions <= 2
    return feature.length >= 8 && feature.isTitleLike && (feature.isTopicTitle || isQuestion)
      && !feature.isListItem && !feature.isQuotation && !feature.endsWithColon
      && !feature.endsWithCredit && !feature.isRoster && feature.numberShare < 0.3
  }

  /// What a picture shows is told in the present, without words such as `đã` or `theo`.
  private func isPlainSentence(_ index: Int, _ contexts: [PieceContext]) -> Bool {
    let feature = features[index]
    guard feature.isShortSentence, feature.length <= 16, contexts[index].nextIsProse,
      contexts[index].isBetweenProse || contexts[index].isSecondProse, !feature.isListItem,
      !feature.hasTopic, !feature.startsSmall,
      !pieces[index].folded.contains(where: { "\"“”;".contains($0) })
    else { return false }
    return !pieces[index].folded.split(separator: " ").contains {
      table.isTellingWord(Array($0.utf8)[...])
    }
  }

  // MARK: Lines of dates and imprints

  /// Another piece of its line is a date.
  private func isBesideDate(_ index: Int) -> Bool {
    guard !features[index].hasDate else { return false }
    var start = index
    while start > 0, pieces[start].glue != nil, index - start < 4 { start -= 1 }
    var end = index + 1
    while end < pieces.count, pieces[end].glue != nil, end - index < 4 { end += 1 }
    return (start..<end).contains { features[$0].hasFullDate && features[$0].length <= 12 }
  }

  /// Begins with the name of an outlet, with or without a word such as `báo` before it, and has a
  /// number or dash behind it.
  private func isImprint(_ index: Int) -> Bool {
    guard (3...30).contains(features[index].length), !features[index].isProse,
      !features[index].hasDate
    else { return false }
    let folded = pieces[index].folded
    guard let dash = folded.firstRange(of: " - ") else { return false }
    return isOutlet(String(folded[..<dash.lowerBound]))
  }

  /// The name of an outlet, with or without a word such as `báo` before it.
  private func isOutlet(_ name: String) -> Bool {
    if table.outlets[name] != nil { return true }
    return table.outletWords.sorted().contains { word in
      name.hasWordPrefix(word)
        && table.outlets[String(name.dropFirst(word.count)).trimmingSpace()] != nil
    }
  }
}
