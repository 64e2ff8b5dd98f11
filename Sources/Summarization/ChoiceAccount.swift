/// What each unit brings to a summary, what it loses because others say the same, and how near the choice was.
///
/// In methods that cover, values are sums of the weights of pairs; in methods that rank, shares of the
/// score. Either way `adds` and `repeats` sum to what the unit would bring alone.
struct ChoiceAccount {
  let isChosen: [Bool]
  let isGiven: [Bool]
  /// By unit: what it brings beside the others that were taken.
  private(set) var adds: [Double]
  /// By unit: what it would bring more if the others were not there.
  private(set) var repeats: [Double]
  /// By unit: the share of its pairs that the others taken, or the lede shown, hold too.
  private(set) var said: [Double]
  /// By unit: for one taken, how much better the summary is than with the best exchange for it; for one
  /// left, how much worse it would be with the best exchange. Nil when no exchange fits.
  private(set) var margins: [Double?]
  /// By unit taken, then by its sentences: the phrases that only it brings, as ranges of the keys.
  private(set) var phrases: [Int: [[Range<Int>]]] = [:]

  /// Exchanges are tried up to this many pairs of units.
  private static let exchanges = 200_000

  init(_ selector: SummarySelector, chosen: [Int], given: [Int], said before: [Bool]) {
    let (units, table) = (selector.units, selector.table)
    var isChosen = [Bool](repeating: false, count: units.all.count)
    for unit in chosen { isChosen[unit] = true }
    var holders = before.map { $0 ? 2 : 0 }
    for unit in chosen { for pair in table.ofUnit[unit] { holders[pair] += 1 } }
    var isGiven = [Bool](repeating: false, count: units.all.count)
    for unit in given { isGiven[unit] = true }
    (self.isChosen, self.isGiven) = (isChosen, isGiven)
    said = units.all.indices.map { unit in
      let own = isChosen[unit] ? 1 : 0
      return table.share(of: unit) { holders[$0] > own }
    }
    let zeros = [Double](repeating: 0, count: units.all.count)
    (adds, repeats) = (zeros, zeros)
    margins = [Double?](repeating: nil, count: units.all.count)
    if case .coverage(let goal) = selector.plan.choice {
      account(selector.coverage(goal), chosen, holders)
    } else {
      for unit in units.all.indices {
        repeats[unit] = selector.scores[unit] * selector.penalty * said[unit]
        adds[unit] = selector.scores[unit] - repeats[unit]
      }
      exchangeRanked(selector, chosen)
    }
    let own = OwnPhrases(
      units: units, table: table, holders: holders, weights: Self.pairWeights(selector))
    for unit in chosen { phrases[unit] = own.phrases(of: unit) }
  }

  /// What pairs are worth: in methods that rank, all the same but those that carry no topic.
  private static func pairWeights(_ selector: SummarySelector) -> [Double] {
    if case .coverage(let goal) = selector.plan.choice { return goal.weights }
    return selector.table.isPlain.map { $0 ? 0 : 1 }
  }

  private mutating func account(_ search: CoverageSearch, _ chosen: [Int], _ holders: [Int]) {
    let whole = search.value(of: chosen)
    for unit in search.units.all.indices {
      let own = isChosen[unit] ? 1 : 0
      for pair in search.table.ofUnit[unit] {
        let weight = search.goal.weights[pair]
        if holders[pair] > own { repeats[unit] += weight } else { adds[unit] += weight }
      }
    }
    guard chosen.count * search.units.all.count <= Self.exchanges else { return }
    for out in chosen {
      let rest = chosen.filter { $0 != out && !search.units.all[$0].chain.contains(out) }
      let state = search.state(of: rest)
      for unit in search.units.all.indices
      where !isChosen[unit] && !search.units.all[unit].chain.isEmpty {
        let added = search.missing(unit, in: state)
        guard !added.contains(out), search.fits(added, in: state) else { continue }
        let margin = whole - state.value - search.gain(added, to: state)
        margins[out] = min(margins[out] ?? margin, margin)
        margins[unit] = max(margins[unit] ?? -margin, -margin)
      }
    }
  }

  /// In a ranked list the exchange is with the next, or with the last that was taken.
  private mutating func exchangeRanked(_ selector: SummarySelector, _ chosen: [Int]) {
    let left = selector.units.all.indices.filter {
      !isChosen[$0] && selector.units.barred[$0] == nil && selector.measure.fitsAlone($0)
        && said[$0] < RankedSearch.saidAlready
    }
    let next = left.map { adds[$0] }.max()
    let last = chosen.map { adds[$0] }.min()
    for unit in chosen { margins[unit] = next.map { adds[unit] - $0 } }
    for unit in left { margins[unit] = last.map { adds[unit] - $0 } }
  }
}

extension CoverageSearch {
  /// The partial summary that holds some units.
  func state(of chosen: [Int]) -> State {
    var state = State(
      covered: [UInt64](repeating: 0, count: (table.count + 63) / 64),
      words: [Int](repeating: 0, count: units.documents.count))
    for unit in chosen { add([unit], to: &state) }
    return state
  }
}
