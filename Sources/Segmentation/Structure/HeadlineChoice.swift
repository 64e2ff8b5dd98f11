import TextModel

/// Finds the piece that is most likely the headline, before roles are given.
struct HeadlineChoice {
  let pieces: [Piece]
  let features: [PieceFeatures]
  let cues: [[StructureCues.Cue]]

  /// The first-level heading of the markup; else a title that other pieces repeat; else the first
  /// long title. Only the first sixty pieces before the running text are looked at.
  func index(before end: Int) -> Int? {
    let candidates = pieces.indices.prefix(min(end, 60)).filter { isCandidate($0) }
    if let heading = candidates.first(where: { isHeading($0) }) { return heading }
    if let repeated = candidates.first(where: { isRepeated($0) }) { return repeated }
    let long = candidates.filter { features[$0].length >= 7 }
    return long.first { !features[$0].isAllCapitals } ?? long.first ?? candidates.first
  }

  private func isCandidate(_ index: Int) -> Bool {
    features[index].isTitleLike && features[index].length >= 5 && !features[index].hasFullDate
      && !cues[index].contains { $0.role == .widget || $0.role == .related }
  }

  private func isHeading(_ index: Int) -> Bool {
    (pieces[index].markup?.weights[.headline]?.weight ?? 0) >= 6
  }

  private func isRepeated(_ index: Int) -> Bool {
    let title = pieces[index].folded
    return features[index].length >= 6
      && pieces.indices.contains { $0 != index && pieces[$0].folded.hasPrefix(title) }
  }
}
