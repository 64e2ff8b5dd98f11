import TextModel
import Vietnamese

/// What speaks for a cut before an atom of a line, spelled as Tests/Scripts/fit_joints.py spells it.
///
/// Each feature counts alone and together with the looks of the two atoms that meet.
struct JointFeatures {
  /// What a feature is about, for the reason of a cut.
  enum Family: Int, CaseIterable {
    case meeting, start, end, words, before, behind, phraseBefore, phraseBehind, opening, credit
    case marks, place

    /// The family in words.
    var text: String {
      switch self {
      case .meeting: "what meets there"
      case .start: "what begins there"
      case .end: "what ends there"
      case .words: "words of the lexicon"
      case .before: "the length before it"
      case .behind: "the length behind it"
      case .phraseBefore: "a known phrase ends there"
      case .phraseBehind: "a known phrase begins there"
      case .opening: "how the parts begin"
      case .credit: "a credit before it"
      case .marks: "marks before it"
      case .place: "its place in line and page"
      }
    }
  }

  let line: JointLine
  let bytes: [UInt8]
  let model: JointModel
  let words: WordPairs
  let cues: StructureCues
  /// Paragraphs before the line, at most two.
  let prose: Int
  /// The atom before which the line may be cut.
  let index: Int
  /// The block before it.
  let block: JointBlock

  private var left: JointAtom { line.atoms[index - 1] }
  private var right: JointAtom { line.atoms[index] }

  /// The weights by what they are about.
  func sums() -> [Int32] {
    var sums = [Int32](repeating: 0, count: Family.allCases.count)
    let space: [UInt8] = right.hasSpaceBefore ? [UInt8(ascii: "_")] : []
    let kind = space + [left.coarse, right.coarse]
    func add(_ family: Family, _ feature: FeatureHash) {
      sums[family.rawValue] +=
        model.weight(feature) + model.weight(feature.adding("¦".utf8).adding(kind))
    }
    sums[0] += model.weight(FeatureHash("T").adding(space).adding(left.look).adding(right.look))
    sums[0] += model.weight(FeatureHash("t").adding(kind))
    edges(add)
    pairs(add)
    lengths(add)
    phrases(add)
    marks(add)
    add(.credit, credit())
    return sums
  }

  private typealias Add = (Family, FeatureHash) -> Void

  private func edges(_ add: Add) {
    var start = FeatureHash("r").adding(right.look)
    if index + 1 < line.atoms.count {
      if line.atoms[index + 1].hasSpaceBefore { start.add(UInt8(ascii: "_")) }
      start.add(line.atoms[index + 1].look)
    } else {
      start.add(UInt8(ascii: "$"))
    }
    add(.start, start)
    var end = FeatureHash("l")
    if index - 2 >= block.first {
      if left.hasSpaceBefore { end.add(UInt8(ascii: "_")) }
      end.add(line.atoms[index - 2].look)
    } else {
      end.add(UInt8(ascii: "^"))
    }
    add(.end, end.adding(left.look))
    if !right.hasSpaceBefore, left.kind == .word, right.kind == .word,
      bytes[left.start..<right.end].allSatisfy({ $0 < 0x80 })
    {
      add(.meeting, FeatureHash(line.endsSentence ? "as." : "as"))
    }
  }

  private func pairs(_ add: Add) {
    if index > 1, isPair(line.atoms[index - 2], left) { add(.words, FeatureHash("pl")) }
    if isPair(left, right) { add(.words, FeatureHash("pm")) }
    if index + 1 < line.atoms.count, isPair(right, line.atoms[index + 1]) {
      add(.words, FeatureHash(line.atoms[index + 1].isCapitalized ? "prc" : "prs"))
    }
  }

  private func isPair(_ first: JointAtom, _ second: JointAtom) -> Bool {
    first.kind == .word && second.kind == .word && words.contains(first.key, second.key)
  }

  private func lengths(_ add: Add) {
    let whole = line.wordsBefore[index]
    add(.before, FeatureHash("ls").adding(bucket: whole - line.wordsBefore[block.sentence]))
    add(
      .before,
      FeatureHash("lu").adding(bucket: whole - line.wordsBefore[block.first])
        .adding(isWhole: block.sentence == block.first))
    let rest = line.rests[index]
    add(.behind, FeatureHash("rl").adding(bucket: rest.count).adding(rest.end))
    add(.place, FeatureHash("pr").adding(number: min(prose, 2)))
    let size = FeatureHash("n").adding(bucket: line.atoms.count)
    add(.place, line.endsSentence ? size.adding(UInt8(ascii: ".")) : size)
    if block.first == 0 { add(.place, FeatureHash("u0")) }
  }

  private func phrases(_ add: Add) {
    if let phrase = line.closes[index], phrase.first >= block.first {
      let isWhole = phrase.first == block.first
      add(
        .phraseBefore, FeatureHash("ce").adding(phrase.role.rawValue.utf8).adding(isWhole: isWhole))
      add(
        .phraseBefore,
        FeatureHash("cl").adding(bucket: index - phrase.first).adding(isWhole: isWhole))
    }
    if let phrase = line.opens[index] {
      let isWhole = phrase.last == line.atoms.count
      add(
        .phraseBehind, FeatureHash("cb").adding(phrase.role.rawValue.utf8).adding(isWhole: isWhole))
      add(
        .phraseBehind,
        FeatureHash("cm").adding(bucket: phrase.last - index).adding(isWhole: isWhole))
    }
    for (name, cue) in [("pb", line.beginning(index)), ("pu", line.beginning(block.first))] {
      guard let cue else { continue }
      let strength = UInt8(ascii: cue.isHint ? "3" : "4")
      add(
        .opening,
        FeatureHash().adding(name.utf8).adding(cue.role.rawValue.utf8).adding(strength))
    }
  }

  private func marks(_ add: Add) {
    if block.hasOpenBracket { add(.marks, FeatureHash("op")) }
    if block.hasOpenQuotation { add(.marks, FeatureHash("q")) }
    let colons = line.atoms[max(block.first, index - 8)..<index]
    if colons.contains(where: { $0.isOneOf(":") }) { add(.marks, FeatureHash("co")) }
    let commas = line.atoms[max(block.first, index - 10)..<index]
    if commas.contains(where: { $0.isOneOf(",") }) { add(.marks, FeatureHash("cc")) }
  }

  /// How far back the colon of a credit stands, and whether only names follow it.
  private func credit() -> FeatureHash {
    let colon = (max(block.first + 1, index - 9)..<index).last { place in
      let word = line.atoms[place - 1]
      return line.atoms[place].isOneOf(":") && cues.isCreditWord(bytes[word.start..<word.end])
    }
    guard let colon else { return FeatureHash("cw-") }
    let isName = line.atoms[(colon + 1)..<index].allSatisfy { $0.isCapitalized || $0.kind == .mark }
    return FeatureHash("cw").adding(number: min(6, index - 1 - colon))
      .adding(UInt8(ascii: isName ? "c" : "x"))
  }
}

/// A block up to the atom before which the line may be cut.
struct JointBlock {
  /// The atom that it begins with.
  let first: Int
  /// The atom that its last sentence begins with.
  private(set) var sentence: Int
  private var brackets = 0
  private var quotations = 0
  private var straight = 0

  init(from first: Int) {
    self.first = first
    sentence = first
  }

  var hasOpenBracket: Bool { brackets > 0 }
  var hasOpenQuotation: Bool { quotations > 0 || quotations == 0 && straight % 2 > 0 }

  /// Takes in an atom of the line.
  mutating func take(_ index: Int, of atoms: [JointAtom]) {
    let atom = atoms[index]
    if index > first, atoms[index - 1].isStop, atom.hasSpaceBefore { sentence = index }
    guard atom.kind == .mark else { return }
    switch Unicode.Scalar(atom.look) {
    case "(": brackets += 1
    case ")": brackets -= 1
    case "{": quotations += 1
    case "}": quotations -= 1
    case "\"": straight += 1
    default: break
    }
  }
}

extension FeatureHash {
  /// A count in steps: one by one up to four, then coarser.
  fileprivate func adding(bucket count: Int) -> FeatureHash {
    let step = [25, 15, 10, 7, 5].first { count >= $0 } ?? count
    return adding(String(step).utf8)
  }

  fileprivate func adding(isWhole: Bool) -> FeatureHash {
    isWhole ? adding(UInt8(ascii: "=")) : self
  }
}
