import TextModel

/// Chooses units by score while they fit, less what is already said, and gives every unit its reason.
///
/// Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) with the share of a unit's topic
/// pairs that are already covered as redundancy. Ties go to the earlier unit.
struct SummarySelector {
  let units: SummaryUnits
  let options: SummarizationOptions

  private struct Choice {
    let unit: Int
    let rank: Int
    let covered: Double
  }

  func select(parts: [[ScorePart]], method: String) -> Summary {
    let scores = parts.map { $0.reduce(0) { $0 + $1.value } }
    var chosen: [Choice] = []
    var covered: Set<Pair> = []
    var left = Array(units.all.indices)
    var space = options.budget
    while let best = best(of: left, scores: scores, covered: covered, space: space) {
      chosen.append(Choice(unit: best.unit, rank: chosen.count + 1, covered: best.covered))
      covered.formUnion(pairs(units.all[best.unit]))
      left.removeAll { $0 == best.unit }
      space = space.minus(units.all[best.unit])
    }
    let selections = chosen.sorted { order($0.unit) < order($1.unit) }.flatMap {
      candidates($0.unit, parts: parts, reason: reason(of: $0, parts: parts[$0.unit]))
    }
    let rejections = left.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.flatMap {
      candidates($0, parts: parts, reason: whyNot($0, covered: covered))
    }
    return Summary(method: method, selections: selections, rejections: rejections)
  }

  /// Documents in order of time, then of the set; sentences in order of the document.
  private func order(_ unit: Int) -> (String, Int, Int) {
    let document = units.all[unit].document
    return (
      units.documents[document].published ?? "", document, units.all[unit].sentences.lowerBound
    )
  }

  private struct Pair: Hashable {
    let first: UInt64
    let second: UInt64
  }

  private func pairs(_ unit: SummaryUnit) -> Set<Pair> {
    let keys = units.content(unit)
    return Set(zip(keys, keys.dropFirst()).map { Pair(first: $0, second: $1) })
  }

  private func best(
    of left: [Int], scores: [Double], covered: Set<Pair>, space: SummaryBudget
  ) -> (unit: Int, covered: Double)? {
    var best: (unit: Int, covered: Double, value: Double)?
    for index in left where space.fits(units.all[index]) {
      let own = pairs(units.all[index])
      let share = own.isEmpty ? 0 : Double(own.intersection(covered).count) / Double(own.count)
      let value = scores[index] * (1 - options.redundancyPenalty * share)
      if share < 0.85, best.map({ value > $0.value }) ?? true { best = (index, share, value) }
    }
    return best.map { ($0.unit, $0.covered) }
  }

  private func candidates(_ index: Int, parts: [[ScorePart]], reason: String) -> [Candidate] {
    let unit = units.all[index]
    return unit.sentences.map { position in
      Candidate(
        document: unit.document,
        sentence: units.documents[unit.document].sentences[position].ordinal,
        score: parts[index].reduce(0) { $0 + $1.value }, parts: parts[index], reason: reason)
    }
  }

  private func reason(of choice: Choice, parts: [ScorePart]) -> String {
    let strongest = parts.filter { $0.value > 0 }.sorted { $0.value > $1.value }.prefix(2)
    let names = strongest.map(\.name).joined(separator: " and ")
    let repeated = Int((choice.covered * 100).rounded())
    let tail = repeated > 0 ? "; \(repeated) % of it was said already" : ""
    return "rank \(choice.rank)\(names.isEmpty ? "" : ", for its \(names)")\(tail)"
  }

  private func whyNot(_ index: Int, covered: Set<Pair>) -> String {
    let own = pairs(units.all[index])
    let share = own.isEmpty ? 0 : Double(own.intersection(covered).count) / Double(own.count)
    if share >= 0.5 {
      return "\(Int((share * 100).rounded())) % of it is said by the sentences taken"
    }
    if !options.budget.fits(units.all[index]) { return "longer than the whole budget" }
    return "others scored higher and filled the budget"
  }
}

extension SummaryBudget {
  func fits(_ unit: SummaryUnit) -> Bool {
    switch self {
    case .sentences(let count): unit.sentences.count <= count
    case .words(let count): unit.words <= count
    }
  }

  func minus(_ unit: SummaryUnit) -> SummaryBudget {
    switch self {
    case .sentences(let count): .sentences(count - unit.sentences.count)
    case .words(let count): .words(count - unit.words)
    }
  }
}
