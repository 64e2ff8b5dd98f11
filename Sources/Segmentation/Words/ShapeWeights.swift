/// What a capitalized token is as a part of a name.
enum NamePart: UInt8, CaseIterable {
  /// No Vietnamese syllable.
  case foreign
  /// A syllable that is no name by itself.
  case syllable
  /// A name by itself: `Nga`, `Anh`.
  case name

  /// The letter that stands for it in names of features.
  var letter: UInt8 {
    switch self {
    case .foreign: UInt8(ascii: "F")
    case .syllable: UInt8(ascii: "V")
    case .name: UInt8(ascii: "P")
    }
  }
}

/// The weights of capitals, numbers and marks in words and around them, in tables by shape.
struct ShapeWeights: Sendable {
  typealias Shape = WordToken.Shape

  /// The place of no token: before the first, after the last.
  static let edge = 5
  private static let shapes = 5

  /// By the shapes of a word of up to four tokens; a second half for the first words of sentences.
  private var patterns: [Int32] = []
  private var longPatterns: [Int32] = []
  private var left: [Int32] = []
  private var right: [Int32] = []
  /// For names, by length.
  let names: [Int32]
  private var joins: [Int32] = []
  private var nameJoins: [Int32] = []
  /// Where the patterns of each length begin.
  private static let offsets = [0, 0, 5, 30, 155, 780]

  init(_ model: WordModel) {
    names = (0...7).map { length in
      model.weight(FeatureHash("m").adding(number: min(length, 5)))
    }
    let letters = Shape.allCases.map(\.letter)
    for suffix in [[], [UInt8(ascii: "s")]] {
      for length in 1...4 {
        for code in 0..<(Self.offsets[length + 1] - Self.offsets[length]) {
          let word = Self.digits(code, count: length).map { letters[$0] }
          patterns.append(model.weight(FeatureHash("S").adding(word).adding(suffix)))
        }
      }
      for letter in letters {
        for length in 5...6 {
          let name = FeatureHash("S").adding(letter).adding(UInt8(ascii: "+"))
          longPatterns.append(model.weight(name.adding(number: length).adding(suffix)))
        }
      }
    }
    let before = letters + [UInt8(ascii: "^")]
    for code in 0..<(6 * 5 * 5 * 3) {
      let (ends, neighbour) = (code / 3 % 25, code / 75)
      let pair = [letters[ends / 5], letters[ends % 5]]
      left.append(
        model.weight(
          FeatureHash("l").adding(before[neighbour]).adding(pair).adding(
            number: code % 3 + 1)))
      right.append(
        neighbour == Self.edge
          ? 0
          : model.weight(
            FeatureHash("R").adding(pair).adding(letters[neighbour]).adding(
              number: code % 3 + 1)))
    }
    for code in 0..<25 {
      joins.append(
        model.weight(FeatureHash("h").adding(letters[code / 5]).adding(letters[code % 5])))
    }
    for first in NamePart.allCases {
      for second in NamePart.allCases {
        nameJoins.append(
          model.weight(FeatureHash("x").adding(first.letter).adding(second.letter)))
      }
    }
  }

  /// The weight of joining two capitalized tokens.
  @inline(__always)
  func join(_ first: NamePart, _ second: NamePart) -> Int32 {
    nameJoins[Int(first.rawValue) * 3 + Int(second.rawValue)]
  }

  private static func digits(_ code: Int, count: Int) -> [Int] {
    (0..<count).reduce(into: (rest: code, digits: [Int]())) { state, _ in
      state.digits.insert(state.rest % shapes, at: 0)
      state.rest /= shapes
    }.digits
  }

  /// The weight of joining a token of one shape to one of another.
  @inline(__always)
  func join(_ first: Shape, _ second: Shape) -> Int32 {
    joins[Int(first.rawValue) * Self.shapes + Int(second.rawValue)]
  }

  /// The weight of a word's look and of its neighbours'.
  /// - Parameters:
  ///   - code: the shapes of its tokens, as digits to the base five.
  ///   - before: the shape before it or `edge`.
  ///   - after: the shape after it or `edge`.
  @inline(__always)
  func word(
    code: Int, length: Int, first: Shape, last: Shape, before: Int, after: Int
  ) -> Int32 {
    let ends = Int(first.rawValue) * Self.shapes + Int(last.rawValue)
    let short = min(length, 3) - 1
    let isFirst = before == Self.edge || before == 0
    let pattern =
      length <= 4
      ? patterns[Self.offsets[length] + code + (isFirst ? 780 : 0)]
      : longPatterns[Int(first.rawValue) * 2 + min(length, 6) - 5 + (isFirst ? 10 : 0)]
    return pattern + left[before * 75 + ends * 3 + short] + right[after * 75 + ends * 3 + short]
  }
}
