public import TextModel

/// Which mentions of a name or term a list shows.
public enum MentionPolicy: String, Hashable, Codable, Sendable, CaseIterable {
  /// All of them.
  case every
  /// The first of each; dates and figures are all shown.
  case first
}

extension AnnotatedText {
  /// The annotations that a policy shows, in their order.
  public func annotations(_ policy: MentionPolicy) -> [Annotation] {
    if policy == .every { return annotations }
    var seen: Set<String> = []
    return annotations.filter { annotation in
      annotation.value != nil
        || seen.insert("\(annotation.kind.rawValue) \(annotation.concept)").inserted
    }
  }
}

extension Annotation {
  /// What the mentions of one thing have in common.
  fileprivate var concept: String { fullName ?? refersTo ?? target }
}
