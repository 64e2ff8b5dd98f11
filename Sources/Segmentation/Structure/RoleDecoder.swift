import TextModel

/// Finds the best sequence of roles for a page: a Viterbi search over zones, which only go forward.
struct RoleDecoder {
  /// What going from one zone to the next costs; nil where it is not possible.
  private static func step(from: Zone?, _ role: BlockRole?, to: Zone, _ next: BlockRole) -> Double?
  {
    guard let from else {
      switch to {
      case .beforeHeadline: return 0
      case .head: return -1.5
      case .lede: return -1
      case .body: return -1.5
      case .underLede, .tail: return nil
      }
    }
    if from == .beforeHeadline, to == .beforeHeadline { return role == .headline ? nil : 0 }
    if from == .beforeHeadline, role != .headline { return to == .tail ? nil : -1.5 }
    if to.rawValue < from.rawValue { return nil }
    if to == .underLede, from != .lede, from != .underLede { return nil }
    if from == .tail, next == .credit, role != .credit { return -7 }
    switch (from, to) {
    case (.lede, .lede): return -4
    case (.lede, .underLede): return -0.5
    case (.lede, .tail), (.underLede, .tail), (.head, .tail), (.beforeHeadline, .tail): return -6
    case (.beforeHeadline, .body), (.head, .body): return -0.5
    case (.body, .tail): return -1
    default: return 0
    }
  }

  /// The role of each piece, with its reason.
  static func decode(_ scores: [[RoleScore]]) -> [RoleScore] {
    var totals: [Double] = []
    var back: [[Int]] = []
    var previous: [RoleScore] = []
    for options in scores {
      var next: [Double] = []
      var from: [Int] = []
      for option in options {
        let (value, index) = best(option, previous: previous, totals: totals)
        next.append(value + option.score)
        from.append(index)
      }
      totals = next
      back.append(from)
      previous = options
    }
    return trace(scores, totals, back)
  }

  private static func best(
    _ option: RoleScore, previous: [RoleScore], totals: [Double]
  ) -> (Double, Int) {
    if previous.isEmpty {
      return (step(from: nil, nil, to: option.zone, option.role) ?? -.infinity, 0)
    }
    var best = (-Double.infinity, 0)
    for (index, before) in previous.enumerated() {
      guard let cost = step(from: before.zone, before.role, to: option.zone, option.role) else {
        continue
      }
      if totals[index] + cost > best.0 { best = (totals[index] + cost, index) }
    }
    return best
  }

  private static func trace(
    _ scores: [[RoleScore]], _ totals: [Double], _ back: [[Int]]
  ) -> [RoleScore] {
    guard let top = totals.max(), var index = totals.firstIndex(of: top) else { return [] }
    var roles: [RoleScore] = []
    for position in scores.indices.reversed() {
      roles.append(scores[position][index])
      index = back[position][index]
    }
    return roles.reversed()
  }
}
