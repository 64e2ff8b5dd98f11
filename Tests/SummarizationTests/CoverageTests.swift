import TestSupport
import Testing
import TextModel

@testable import Summarization

/// The search of the default method and what it says of its choice.
@Suite struct CoverageTests {
  static func search(seed: UInt64, width: Int) -> (CoverageSearch, [Int]) {
    var generator = SeededGenerator(seed: seed)
    let documents = SummaryTests.documents(&generator, count: 2)
    var options = SummarizationOptions()
    options.budget = .words(60)
    let units = SummaryUnits(documents, options: options, stopWords: StopWords([]))
    let table = PairTable(units)
    let weights = (0..<table.count).map { _ in Double.random(in: 0...1, using: &generator) }
    let goal = CoverageGoal(weights: weights, balance: 0.1, width: width)
    let search = CoverageSearch(
      units: units, table: table, goal: goal, measure: BudgetMeasure(units))
    return (search, units.all.indices.filter { units.barred[$0] == nil })
  }

  /// The best value of all sets that fit.
  private func best(_ search: CoverageSearch, _ open: [Int]) -> Double {
    var best = 0.0
    for mask in 0..<(1 << open.count) {
      let set = open.indices.filter { mask >> $0 & 1 == 1 }.map { open[$0] }
      let words = set.reduce(0) { $0 + search.measure.words[$1] }
      let isWhole = set.allSatisfy { search.units.all[$0].chain.allSatisfy(set.contains) }
      if words <= 60, isWhole { best = max(best, search.value(of: set)) }
    }
    return best
  }

  @Test(arguments: 0..<20) func beamComesNearTheBestOfAllSets(seed: UInt64) {
    let (search, open) = Self.search(seed: seed, width: 12)
    guard open.count <= 13 else { return }
    let chosen = search.run(from: [], open: open)
    let (value, most) = (search.value(of: chosen), best(search, open))
    #expect(value <= most + 1e-9 && value >= 0.97 * most, "\(value) of \(most)")
  }

  @Test(arguments: 0..<20) func beamIsNoWorseThanGreedyChoice(seed: UInt64) {
    let (wide, open) = Self.search(seed: seed, width: 12)
    let (narrow, _) = Self.search(seed: seed, width: 1)
    #expect(
      wide.value(of: wide.run(from: [], open: open))
        >= narrow.value(of: narrow.run(from: [], open: open)) - 1e-9)
  }

  @Test(arguments: 0..<20) func whatASentenceAddsIsWhatIsLostWithoutIt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = SummaryTests.documents(&generator, count: 3)
    var options = SummarizationOptions()
    options.budget = .words(80)
    let summary = try #require(SummaryMaker(stopWords: []).summarize(documents, options: options))
    for candidate in summary.selections {
      #expect(candidate.adds >= 0 && candidate.repeats >= 0)
      if let margin = candidate.margin { #expect(margin >= -1e-9, "\(margin)") }
    }
  }

  @Test func brokenRowsOfWeightsGiveFindings() {
    let table = DataTable("model\tfeature\tweight\nsentence\tearly\tmuch\npair\tearly\t0.5\n")
    let weights = SummaryWeights(table, file: "w.tsv")
    #expect(
      weights.findings.map(\.code) == ["weights-row"]
        + Array(repeating: "weights-missing", count: 3))
    #expect(weights.findings.first?.place.line == 2)
    #expect(weights("pair", "early") == 0.5)
    #expect(weights("sentence", "early") == SummaryWeights.byHand("sentence", "early"))
  }

  @Test func keysAreNumberedByFirstAppearance() {
    var numbers = KeyNumbers(capacity: 1)
    for key in 0..<500 { #expect(numbers.number(UInt64(key) &* 77) == key) }
    #expect(numbers.find(77) == 1 && numbers.find(78) == nil && numbers.count == 500)
  }

  @Test func theHeapGivesTheGreatestGainAndTheEarliestOfEqualOnes() {
    var heap = GainHeap()
    for (unit, gain) in [3.0, 1, 3, 7, 0].enumerated() { heap.push(gain, unit) }
    var order: [Int] = []
    while let (_, unit) = heap.pop() { order.append(unit) }
    #expect(order == [3, 0, 2, 1, 4])
  }
}
