import TextModel

/// Finds how far the boxes reach that a heading opens: links, comments, tags.
///
/// A heading holds for what follows it, until the next heading or until the article goes on. A
/// control such as `Ý kiến của bạn` in a bar above the article is a heading only by its words.
struct BoxExtents {
  let pieces: [Piece]
  let features: [PieceFeatures]
  let cues: [[StructureCues.Cue]]

  func mark(_ contexts: inout [PieceContext]) {
    var box: StructureCues.Cue.Box?
    var hasProse = false
    for index in pieces.indices {
      let opened = cues[index].lazy.compactMap(\.opens).first
      if features[index].isProse, !isControl(index) {
        hasProse = true
        if box != nil, box != .comments, goesOn(contexts, at: index) {
          box = nil
          freeSubheading(&contexts, above: index)
        }
      }
      if features[index].isTimeOnly, box != .comments { box = nil }
      if box == .comments, isTitle(index), isTitle(index + 1) { box = .links }
      contexts[index].box = opened == nil ? box : nil
      guard let opened else { continue }
      if opened == .comments, isIdle(index) {
        contexts[index].isIdleHeading = true
      } else if hasProse {
        box = opened == .poll ? box : opened == .links && headsTags(index) ? .tags : opened
      }
    }
  }

  /// A heading such as `Chủ đề liên quan` over nothing but a few words each, up to the next heading.
  private func headsTags(_ heading: Int) -> Bool {
    let members = pieces.indices.dropFirst(heading + 1)
      .prefix { cues[$0].allSatisfy { $0.opens == nil } }
    return members.count >= 2 && members.endIndex < pieces.count
      && members.allSatisfy { features[$0].length <= 4 && !features[$0].endsSentence }
  }

  /// A long line without a full stop: comments have one, or a name below them.
  private func isTitle(_ index: Int) -> Bool {
    pieces.indices.contains(index) && features[index].isTitleLike && features[index].length >= 6
      && cues[index].isEmpty && !features[index].hasDate && !features[index].startsSmall
      && !features[index].endsQuestion && !features[index].hasAddress
  }

  private func isProse(_ index: Int) -> Bool {
    pieces.indices.contains(index) && features[index].isProse
  }

  private func isControl(_ index: Int) -> Bool { cues[index].contains { $0.role == .widget } }

  /// The article goes on: more than two pieces of text to come, or text right after text.
  private func goesOn(_ contexts: [PieceContext], at index: Int) -> Bool {
    contexts[index].proseAhead > 2 || (isProse(index + 1) && features[index].length >= 25)
  }

  /// The line above the text that goes on is its subheading, not the last link.
  private func freeSubheading(_ contexts: inout [PieceContext], above index: Int) {
    guard index > 1, contexts[index - 1].box != nil, contexts[index - 2].box != nil,
      features[index - 1].length <= 9, !features[index - 1].hasDate, !isControl(index - 1)
    else { return }
    contexts[index - 1].box = nil
  }

  /// Below a heading over comments each text has a name, a date or a control of its own. Three texts
  /// or more with fewer of them are the article.
  private func isIdle(_ heading: Int) -> Bool {
    var texts = 0
    var signs = 0
    for index in pieces.indices.dropFirst(heading + 1) {
      if cues[index].contains(where: { $0.opens == .links || $0.opens == .comments }) { break }
      if isControl(index) || features[index].isName
        || (features[index].hasDate && features[index].length <= 12)
      {
        signs += 1
      } else if features[index].isProse {
        texts += 1
      }
    }
    return texts >= 3 && signs < texts
  }
}
