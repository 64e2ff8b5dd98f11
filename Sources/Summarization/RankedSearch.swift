/// Takes units in the order of their scores while they fit, with or without regard to what is said.
///
/// With regard, it is maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) with the share of
/// a unit's pairs that are already covered as redundancy. Ties go to the earlier unit.
struct RankedSearch {
  let units: SummaryUnits
  let table: PairTable
  let measure: BudgetMeasure
  let scores: [Double]
  /// How much a unit loses for what is said, 0 to 1.
  let penalty: Double
  /// A unit of which this share is said already is passed over.
  static let saidAlready = 0.85

  /// The units chosen, ascending, beginning with those given; pairs marked as covered are said already.
  func run(from given: [Int], open: [Int], covered: [Bool]) -> [Int] {
    var covered = covered
    var isChosen = [Bool](repeating: false, count: units.all.count)
    var used = 0
    func take(_ unit: Int) {
      isChosen[unit] = true
      used += measure.costs[unit]
      for pair in table.ofUnit[unit] { covered[pair] = true }
    }
    for unit in given { take(unit) }
    func value(_ unit: Int) -> Double? {
      let share = penalty == 0 ? 0 : table.share(of: unit) { covered[$0] }
      return share < Self.saidAlready ? scores[unit] * (1 - penalty * share) : nil
    }
    var heap = GainHeap()
    for unit in open where !isChosen[unit] { heap.push(scores[unit], unit) }
    while let (last, unit) = heap.pop() {
      if isChosen[unit] { continue }
      guard let now = value(unit) else { continue }
      if now < last, let next = heap.top, (next.gain, -next.unit) > (now, -unit) {
        heap.push(now, unit)
        continue
      }
      let added = units.all[unit].chain.filter { !isChosen[$0] }
      guard measure.fits(added.reduce(0) { $0 + measure.costs[$1] }, used: used) else { continue }
      for unit in added { take(unit) }
    }
    return units.all.indices.filter { isChosen[$0] }
  }
}

extension PairTable {
  /// The share of a unit's pairs for which a test holds; 0 for a unit without pairs.
  func share(of unit: Int, _ test: (Int) -> Bool) -> Double {
    let own = ofUnit[unit]
    return own.isEmpty ? 0 : Double(own.count { test($0) }) / Double(own.count)
  }
}
