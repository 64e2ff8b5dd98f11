import TextModel

/// Briefs without what only a reader needs who asks where a word or a score comes from.
extension Brief {
  /// Whether no sentence tells the words of its English or the parts of its score.
  public var isBare: Bool {
    [glance, points, leftOut].allSatisfy {
      $0.allSatisfy { $0.english.words.isEmpty && $0.parts.isEmpty }
    }
  }

  /// The brief without the words of its English and the parts of its scores.
  public var bare: Brief {
    mapPoints { point in
      var point = point
      let english = point.english
      point.english = TranslatedSentence(
        text: english.text, engine: english.engine, confidence: english.confidence,
        joints: english.joints, flags: english.flags, match: english.match)
      point.parts = []
      return point
    }
  }

  /// The brief with each of its points changed.
  func mapPoints(_ change: (Point) -> Point) -> Brief {
    var copy = self
    copy.glance = glance.map(change)
    copy.points = points.map(change)
    copy.leftOut = leftOut.map(change)
    return copy
  }
}
