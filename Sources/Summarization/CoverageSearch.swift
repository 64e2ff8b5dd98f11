/// What a summary is worth: the weights of the pairs it covers, and a reward for spreading over documents.
struct CoverageGoal: Sendable {
  /// By pair.
  let weights: [Double]
  /// How much spreading counts, for each word of the budget.
  let balance: Double
  /// How many partial summaries the search keeps.
  let width: Int
}

/// Finds units that cover the most within a budget: beam search by number of sentences, or lazy greedy choice in large texts.
///
/// The value is submodular, so greedy choice by gain is near the best (Nemhauser, Wolsey and Fisher,
/// 1978), and gains only shrink, which makes it lazy (Minoux, 1978). Ties go to the earlier units.
struct CoverageSearch {
  let units: SummaryUnits
  let table: PairTable
  let goal: CoverageGoal
  let measure: BudgetMeasure
  /// How many pairs the search may look at before it is made narrower.
  private static let work = 60_000_000

  /// A partial summary.
  struct State {
    var chosen: [Int] = []
    var covered: [UInt64]
    var words: [Int]
    var used = 0
    var allWords = 0
    var value = 0.0

    func covers(_ pair: Int) -> Bool { covered[pair >> 6] >> UInt64(pair & 63) & 1 == 1 }
  }

  /// The units chosen, ascending, beginning with those given.
  func run(from given: [Int], open: [Int]) -> [Int] {
    var start = State(
      covered: [UInt64](repeating: 0, count: (table.count + 63) / 64),
      words: [Int](repeating: 0, count: units.documents.count))
    for unit in given { add([unit], to: &start) }
    let pairs = open.reduce(0) { $0 + table.ofUnit[$1].count }
    let average = max(1, open.reduce(0) { $0 + measure.costs[$1] } / max(1, open.count))
    let steps = min(open.count, measure.limit / average + 1)
    let width = max(1, min(goal.width, Self.work / max(1, pairs * steps)))
    return width == 1 && goal.width > 1
      ? lazily(from: start, open: open) : beam(from: start, open: open, width: width)
  }

  // MARK: Value

  /// The units of a chain that a summary does not hold yet.
  func missing(_ unit: Int, in state: State) -> [Int] {
    let chain = units.all[unit].chain
    return chain.count == 1 ? chain : chain.filter { !state.chosen.contains($0) }
  }

  func fits(_ added: [Int], in state: State) -> Bool {
    var (cost, words) = (0, 0)
    for unit in added {
      cost += measure.costs[unit]
      words += measure.words[unit]
    }
    return measure.fits(cost, used: state.used) && state.allWords + words <= measure.wordLimit
  }

  /// What units of one document would add.
  func gain(_ added: [Int], to state: State) -> Double {
    guard let first = added.first else { return 0 }
    var sum = 0.0
    var words = 0
    for (place, unit) in added.enumerated() {
      words += measure.words[unit]
      for pair in table.ofUnit[unit] where !state.covers(pair) {
        if place > 0, added[..<place].contains(where: { table.ofUnit[$0].contains(pair) }) {
          continue
        }
        sum += goal.weights[pair]
      }
    }
    let own = state.words[units.all[first].document]
    return sum + spread(own + words) - spread(own)
  }

  private func spread(_ words: Int) -> Double {
    let limit = Double(max(1, measure.wordLimit))
    return goal.balance * (limit * Double(words)).squareRoot()
  }

  func add(_ added: [Int], to state: inout State) {
    state.value += gain(added, to: state)
    for unit in added {
      for pair in table.ofUnit[unit] { state.covered[pair >> 6] |= 1 << UInt64(pair & 63) }
      state.words[units.all[unit].document] += measure.words[unit]
      state.used += measure.costs[unit]
      state.allWords += measure.words[unit]
      let place = state.chosen.firstIndex { $0 > unit } ?? state.chosen.count
      state.chosen.insert(unit, at: place)
    }
  }

  /// The value of a set of units.
  func value(of chosen: [Int]) -> Double {
    var covered = [Bool](repeating: false, count: table.count)
    var words = [Int](repeating: 0, count: units.documents.count)
    var sum = 0.0
    for unit in chosen {
      for pair in table.ofUnit[unit] where !covered[pair] {
        covered[pair] = true
        sum += goal.weights[pair]
      }
      words[units.all[unit].document] += measure.words[unit]
    }
    return words.reduce(sum) { $0 + spread($1) }
  }

  // MARK: Search

  private struct Step {
    let level: Int
    let from: Int
    let added: [Int]
    let set: [Int]
    let value: Double
  }

  /// Partial summaries of the same number of sentences compete, so that a unit of several sentences is
  /// not taken for bringing more at once.
  private func beam(from start: State, open: [Int], width: Int) -> [Int] {
    var levels: [[State]] = [[start]]
    var pending: [[Step]] = [[]]
    var best = start
    var level = 0
    while level < levels.count {
      if level > 0 { levels[level] = resolve(pending[level], in: levels, width: width) }
      for (index, state) in levels[level].enumerated() {
        if state.value > best.value { best = state }
        for step in steps(from: index, at: level, state, open: open, width: width) {
          let size = step.added.reduce(0) { $0 + units.all[$1].sentences.count }
          while pending.count <= level + size {
            pending.append([])
            levels.append([])
          }
          pending[level + size].append(step)
        }
      }
      pending[level] = []
      level += 1
      if level > Self.longestStep { levels[level - Self.longestStep - 1] = [] }
    }
    return best.chosen
  }

  /// A unit with those it needs has no more sentences.
  private static let longestStep = 64

  /// The best partial summaries that some steps lead to, each set once.
  private func resolve(_ steps: [Step], in levels: [[State]], width: Int) -> [State] {
    let sorted = steps.sorted {
      $0.value == $1.value ? $0.set.lexicographicallyPrecedes($1.set) : $0.value > $1.value
    }
    var next: [State] = []
    for step in sorted {
      if next.count == width { break }
      if next.contains(where: { $0.chosen == step.set }) { continue }
      guard levels[step.level].indices.contains(step.from) else { continue }
      var state = levels[step.level][step.from]
      add(step.added, to: &state)
      next.append(state)
    }
    return next
  }

  /// The best ways to go on from one state, of each size.
  private func steps(
    from index: Int, at level: Int, _ state: State, open: [Int], width: Int
  ) -> [Step] {
    var found: [(value: Double, added: [Int])] = []
    for unit in open where !state.chosen.contains(unit) {
      let added = missing(unit, in: state)
      guard fits(added, in: state) else { continue }
      found.append((state.value + gain(added, to: state), added))
    }
    found.sort {
      $0.value == $1.value ? $0.added.lexicographicallyPrecedes($1.added) : $0.value > $1.value
    }
    var taken: [Int: Int] = [:]
    var steps: [Step] = []
    for (value, added) in found {
      let size = added.reduce(0) { $0 + units.all[$1].sentences.count }
      guard taken[size, default: 0] < width else { continue }
      taken[size, default: 0] += 1
      let set = (state.chosen + added).sorted()
      steps.append(Step(level: level, from: index, added: added, set: set, value: value))
    }
    return steps
  }

  /// Takes the unit with the greatest gain for its cost, again and again; gains are looked up late.
  private func lazily(from start: State, open: [Int]) -> [Int] {
    var state = start
    var isChosen = [Bool](repeating: false, count: units.all.count)
    for unit in start.chosen { isChosen[unit] = true }
    var heap = GainHeap()
    func gain(_ unit: Int) -> (gain: Double, added: [Int]) {
      let added = units.all[unit].chain.filter { !isChosen[$0] }
      let cost = added.reduce(0) { $0 + measure.costs[$1] }
      return (self.gain(added, to: state) / Double(max(1, cost)), added)
    }
    for unit in open where !isChosen[unit] { heap.push(gain(unit).gain, unit) }
    while let (_, unit) = heap.pop() {
      if isChosen[unit] { continue }
      let (now, added) = gain(unit)
      guard fits(added, in: state) else { continue }
      if let next = heap.top, (next.gain, -next.unit) > (now, -unit) {
        heap.push(now, unit)
        continue
      }
      add(added, to: &state)
      for unit in added { isChosen[unit] = true }
    }
    return state.chosen
  }
}
