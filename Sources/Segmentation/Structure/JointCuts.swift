import TextModel
import Vietnamese

/// Where a line falls apart into blocks, by weights fitted on joints that are known
/// (Tests/Scripts/fit_joints.py).
///
/// Every place where a line may be cut is weighed by what meets there: the looks of the two sides,
/// known phrases that end or begin, lengths, credits and marks, and how many paragraphs came before.
struct JointCuts {
  let bytes: [UInt8]
  let tokens: [Token]
  let table: SyllableTable
  let cues: StructureCues
  let rules: SentenceRules
  let words: WordPairs
  /// How many lines of running text the page had so far.
  let prose: Int
  /// Whether spaces may be cut at: a saved page has its lines from its markup.
  let cutsAtSpaces: Bool

  /// Offsets with the reason of each cut, from left to right.
  ///
  /// Complexity: linear in the line.
  /// - Parameter known: the offsets where the line is cut already.
  func cuts(known: Set<Int>) -> [(offset: Int, reason: String)] {
    let atoms = JointAtoms(bytes: bytes, table: table, cues: cues).atoms(tokens)
    let line = JointLine(atoms, bytes: bytes, cues: cues)
    if isFigureRow(atoms) { return [] }
    var found: [(offset: Int, reason: String)] = []
    var block = JointBlock(from: 0)
    for index in atoms.indices.dropFirst() {
      block.take(index - 1, of: atoms)
      let isKnown = known.contains(atoms[index].start)
      guard isKnown || isCandidate(index, of: line) && !isBehindSection(index, of: line) else {
        continue
      }
      if !isKnown {
        let sums = JointFeatures(
          line: line, bytes: bytes, model: cues.joints, words: words, cues: cues, prose: prose,
          index: index, block: block
        ).sums()
        guard sums.reduce(0, +) > cues.joints.limit else { continue }
        found.append((atoms[index].start, reason(sums)))
      }
      block = JointBlock(from: index)
    }
    return found
  }

  /// Two figures that are compared, and what they count between them: `5 Trúng đích 3`, `48% Kiểm soát
  /// bóng 52%`.
  private func isFigureRow(_ atoms: [JointAtom]) -> Bool {
    func isFigure(_ atom: JointAtom?) -> Bool {
      atom.map { $0.kind == .number && $0.end - $0.start < 4 } ?? false
    }
    let last = atoms.last { $0.kind != .mark }
    return (4...9).contains(atoms.count) && isFigure(atoms.first) && isFigure(last)
      && atoms.dropFirst().contains { $0.kind == .word && $0.hasSpaceBefore }
  }

  /// Whether the line may be cut before an atom at all.
  private func isCandidate(_ index: Int, of line: JointLine) -> Bool {
    let (left, right) = (line.atoms[index - 1], line.atoms[index])
    guard cutsAtSpaces || !right.hasSpaceBefore, !isCode(left, right),
      !isAbbreviated(index - 1, of: line), !line.repeatsPair(index)
    else { return false }
    switch right.kind {
    case .word: return right.isCapitalized || (!right.hasSpaceBefore && left.isOneOf(").?!~]}\""))
    case .number: return !right.hasSpaceBefore || !left.isOneOf("sfC,:")
    case .mark:
      return right.isOneOf("{\"([|-+*@o") || (right.isOneOf("#>") && !right.hasSpaceBefore)
    }
  }

  /// A space behind the name of a section that begins the line: it may begin a title (`SpacedCuts`).
  private func isBehindSection(_ index: Int, of line: JointLine) -> Bool {
    guard line.atoms[index].hasSpaceBefore, let phrase = line.closes[index] else { return false }
    return phrase.first == 0 && phrase.role == .section
  }

  /// `SE1`, `9:05PM`.
  private func isCode(_ left: JointAtom, _ right: JointAtom) -> Bool {
    guard !right.hasSpaceBefore, right.end - right.start < 4 else { return false }
    let word = bytes[right.start..<right.end]
    return right.kind == .number
      ? left.isOneOf("AI") && word.allSatisfy { Tokenizer.isDigit(UInt32($0)) }
      : left.kind == .number && right.isOneOf("A") && cues.isDateWord(word)
  }

  /// The full stop of an abbreviation that never ends a sentence.
  private func isAbbreviated(_ stop: Int, of line: JointLine) -> Bool {
    guard stop > 0, line.atoms[stop].isOneOf("."), !line.atoms[stop].hasSpaceBefore else {
      return false
    }
    let word = line.atoms[stop - 1]
    return rules.ending(bytes[word.start..<word.end]) == .never
  }

  private func reason(_ sums: [Int32]) -> String {
    let best = JointFeatures.Family.allCases.max {
      (sums[$0.rawValue], $1.rawValue) < (sums[$1.rawValue], $0.rawValue)
    }
    return "joint (\(best?.text ?? ""))"
  }
}
