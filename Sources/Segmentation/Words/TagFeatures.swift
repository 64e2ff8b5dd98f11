import TextModel
import Vietnamese

/// A word as the tagger sees it.
struct TagWord {
  /// Where its syllables begin in the keys of the sentence, and the place after them.
  let keys: Range<Int>
  /// The shapes of its first and last token.
  let first: WordToken.Shape
  let last: WordToken.Shape
  /// The number of the set of tags that the lexicon gives it.
  let known: Int
}

/// The rows of weights of the features of words, spelled as Tests/Scripts/train_tags.py spells them.
///
/// What does not name a syllable has few values: its rows are looked up once, when the model is made.
struct TagFeatures: Sendable {
  private let model: TagModel
  /// The number of a set of tags.
  private let sets: IntegerTable
  /// By set of tags: the rows of `K`, of the word itself, and `L`, of the word after it.
  private let own: [Int32]
  private let after: [Int32]
  private let noneAfter: Int32
  /// By form and set: the rows of `T`; by form, and whether a sentence begins: of `S`.
  private let formed: [Int32]
  private let forms: [Int32]
  /// By the number of syllables: the rows of `C`.
  private let counts: [Int32]
  /// By tag, pair of tags, and tag and set: the rows of `A`, `B` and `E`; the last tag is the start.
  private let one: [Int32]
  private let two: [Int32]
  private let mixed: [Int32]

  /// - Parameter sets: the sets of tags that words have, a bit for each of the names.
  init(model: TagModel, sets: [UInt64], names: [String]) {
    self.model = model
    let known = sets.map { Self.name(of: $0, names) }
    var numbers = IntegerTable(capacity: sets.count)
    for (number, set) in sets.enumerated() { numbers.set(set, Int32(number)) }
    self.sets = numbers
    let tags = model.tags.map { Array($0.rawValue.utf8) } + [[UInt8(ascii: "^")]]
    let space = UInt8(ascii: " ")
    let shapes = Self.forms
    own = known.map { model.row(FeatureHash("K").adding($0)) }
    after = known.map { model.row(FeatureHash("L").adding($0)) }
    noneAfter = model.row(FeatureHash("L").adding(UInt8(ascii: "$")))
    formed = shapes.flatMap { form in
      known.map { model.row(FeatureHash("T").adding(form).adding($0)) }
    }
    forms = shapes.flatMap { form in
      [[], [UInt8(ascii: "s")]].map { model.row(FeatureHash("S").adding(form).adding($0)) }
    }
    counts = (0...5).map { model.row(FeatureHash("C").adding(number: $0)) }
    one = tags.map { model.row(FeatureHash("A").adding($0)) }
    two = tags.flatMap { two in
      tags.map { model.row(FeatureHash("B").adding(two).adding(space).adding($0)) }
    }
    mixed = tags.flatMap { tag in
      known.map { model.row(FeatureHash("E").adding(tag).adding(space).adding($0)) }
    }
  }

  /// The tag before a sentence begins.
  var start: Int { one.count - 1 }

  /// The number of a set of tags.
  func number(of set: UInt64) -> Int { Int(sets[set]) }

  /// Adds what does not depend on the tags before a word.
  func addFixed(
    _ index: Int, of words: [TagWord], _ keys: [MatchKey], to scores: inout TagModel.Scores
  ) {
    let word = words[index]
    let isFirst = index == 0 || words[index - 1].first == .mark
    let hasNext = index + 1 < words.count
    add("w", keys[word.keys], &scores)
    add("p", index > 0 ? keys[words[index - 1].keys] : [], &scores)
    add("n", hasNext ? keys[words[index + 1].keys] : [], &scores)
    add("f", keys[word.keys].prefix(1), &scores)
    add("g", keys[word.keys].suffix(1), &scores)
    let form = Self.form(word)
    model.add(own[word.known], to: &scores)
    model.add(hasNext ? after[words[index + 1].known] : noneAfter, to: &scores)
    model.add(forms[form * 2 + (isFirst ? 1 : 0)], to: &scores)
    model.add(formed[form * own.count + word.known], to: &scores)
    model.add(counts[min(word.keys.count, 5)], to: &scores)
  }

  /// Adds what depends on the two tags before a word.
  func addFollowing(_ word: TagWord, _ last: Int, _ before: Int, to scores: inout TagModel.Scores) {
    model.add(one[last], to: &scores)
    model.add(two[before * one.count + last], to: &scores)
    model.add(mixed[last * own.count + word.known], to: &scores)
  }

  @inline(__always)
  private func add(
    _ template: StaticString, _ keys: ArraySlice<MatchKey>, _ scores: inout TagModel.Scores
  ) {
    var hash = FeatureHash(template)
    for key in keys { hash.add(key) }
    model.add(model.row(hash), to: &scores)
  }

  /// The tags of a set by name, with bars between; `-` when it has none.
  private static func name(of set: UInt64, _ names: [String]) -> [UInt8] {
    let known = names.indices.filter { set >> UInt64($0) & 1 == 1 }.map { names[$0] }.sorted()
    return Array((known.isEmpty ? "-" : known.joined(separator: "|")).utf8)
  }

  private static let shapes = WordToken.Shape.allCases.count

  /// The letters of all forms: of one token, then of the first and last of several.
  private static var forms: [[UInt8]] {
    WordToken.Shape.allCases.flatMap { first in
      [[first.letter]] + WordToken.Shape.allCases.map { [first.letter, $0.letter] }
    }
  }

  private static func form(_ word: TagWord) -> Int {
    Int(word.first.rawValue) * (shapes + 1)
      + (word.keys.count > 1 ? 1 + Int(word.last.rawValue) : 0)
  }
}
