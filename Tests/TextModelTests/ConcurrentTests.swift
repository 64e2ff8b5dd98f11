import TestSupport
import Testing
import TextModel

/// Work on all cores gives what work on one gives.
@Suite struct ConcurrentTests {
  @Test(arguments: [0, 1, 2, 3, 17, 1000]) func answersComeInTheOrderOfTheItems(count: Int) {
    let items = Array(0..<count)
    let work: @Sendable (Int) -> String = { number in
      // Later items are done sooner.
      String((0..<((count - number) * 3)).reduce(number) { ($0 &* 31 &+ $1) % 1_000_003 })
    }
    #expect(Concurrent.map(items, work) == items.map(work))
  }

  @Test func twoPiecesOfWorkKeepTheirPlaces() {
    let (first, second) = Concurrent.both {
      Concurrent.map(Array(1...50)) { $0 * $0 }
    } _: {
      "second"
    }
    #expect(first == (1...50).map { $0 * $0 })
    #expect(second == "second")
  }
}
