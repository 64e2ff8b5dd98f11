import Evaluation
import TestSupport
import Testing

@Suite struct RougeTests {
  @Test func tokensKeepVietnameseLetters() {
    #expect(
      Rouge.tokens("Đường sắt, 23/10 – “Hà Nội”_x") == [
        "đường", "sắt", "23", "10", "hà", "nội", "x",
      ])
  }

  @Test func aTextIsLikeItself() {
    let text = "Hà Nội có mưa to vào chiều nay."
    let rouge = Rouge(text, against: [text])
    #expect(rouge.one == 1 && rouge.two == 1 && rouge.longest == 1)
  }

  @Test func scoresAreAsCountedByHand() {
    // Six and four tokens: three shared, one pair shared, a longest common sequence of three.
    let rouge = Rouge("một hai ba bốn năm sáu", against: ["một hai sáu bảy"])
    #expect(abs(rouge.one - 0.6) < 1e-12)
    #expect(abs(rouge.two - 2.0 / 8) < 1e-12)
    #expect(abs(rouge.longest - 0.6) < 1e-12)
  }

  @Test func severalReferencesAreAveragedAndTheLimitCuts() {
    let rouge = Rouge("a b c d", against: ["a b", "x y"], limit: 2)
    #expect(rouge.one == 0.5 && rouge.two == 0.5)
    #expect(Rouge("", against: ["a"]).one == 0)
    #expect(Rouge("a", against: []).one == 0)
  }

  @Test(arguments: 0..<30) func scoresAreSymmetricAndWithinOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func text() -> String {
      (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        "w\(Int.random(in: 0...8, using: &generator))"
      }.joined(separator: " ")
    }
    let (a, b) = (text(), text())
    let (one, two) = (Rouge(a, against: [b]), Rouge(b, against: [a]))
    #expect(abs(one.one - two.one) < 1e-12 && abs(one.longest - two.longest) < 1e-12)
    #expect(one.one <= 1 && one.two <= 1 && one.longest <= one.one + 1e-12)
  }

  @Test func theIntervalHoldsTheMeanAndIsTheSameEveryTime() {
    let values = (0..<50).map { Double($0 % 7) / 7 }
    let interval = Bootstrap(values)
    #expect(interval.low < interval.mean && interval.mean < interval.high)
    #expect(interval == Bootstrap(values))
    #expect(Bootstrap(values, minus: values).high == 0)
    #expect(Bootstrap([0.5]).low == 0.5 && Bootstrap([]).mean == 0)
  }

  @Test func measuresCountWhatIsHeld() {
    func sentence(_ names: Set<String>, _ keys: [UInt64], quote: Bool = false)
      -> SummaryMeasures.Sentence
    {
      .init(names: names, figures: [], isQuotation: quote, keys: keys, isEarly: keys == [1, 2, 3])
    }
    let source = [
      sentence(["A", "B"], [1, 2, 3], quote: true), sentence(["A"], [1, 2, 4]),
      sentence(["B", "C"], [9], quote: true),
    ]
    let measures = SummaryMeasures(summary: Array(source.prefix(2)), source: source)
    #expect(measures.names == 1 && measures.figures == 1 && measures.quotations == 0.5)
    #expect(measures.redundancy == 0.25 && measures.leadBias == 0.5)
  }
}
