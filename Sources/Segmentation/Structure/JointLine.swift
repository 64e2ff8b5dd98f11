import TextModel
import Vietnamese

/// A line of a page as the search for joints sees it: its atoms, the known phrases that begin and end
/// at each, and how far the next stop is.
struct JointLine {
  /// A known phrase that fills lines elsewhere, between two atoms.
  struct Phrase {
    let first: Int
    let last: Int
    let role: BlockRole
  }

  let atoms: [JointAtom]
  /// The longest phrase that begins at each atom.
  private(set) var opens: [Phrase?]
  /// The longest phrase that ends before each atom, or at the end.
  private(set) var closes: [Phrase?]
  /// Words and numbers before the next stop or seam, and which of them it is.
  private(set) var rests: [(count: Int, end: UInt8)]
  /// The words that stand twice with the same word before them.
  private let repeated: Set<UInt64>
  /// How many atoms before each are no marks.
  let wordsBefore: [Int]
  private let folded: [UInt8]
  /// Where each atom stands in the folded line.
  private let places: [Range<Int>]
  private let cues: StructureCues

  /// Whether the line ends with a stop.
  var endsSentence: Bool { atoms.last?.isStop ?? false }

  /// The most atoms of a known phrase.
  private static let most = 9

  /// Complexity: linear in the line.
  init(_ atoms: [JointAtom], bytes: [UInt8], cues: StructureCues) {
    self.atoms = atoms
    self.cues = cues
    (folded, places) = Self.fold(atoms, bytes)
    var (once, twice): (Set<UInt64>, Set<UInt64>) = ([], [])
    for index in atoms.indices.dropFirst() {
      guard let pair = Self.pair(atoms, index) else { continue }
      if !once.insert(pair).inserted { twice.insert(pair) }
    }
    repeated = twice
    opens = [Phrase?](repeating: nil, count: atoms.count)
    closes = [Phrase?](repeating: nil, count: atoms.count + 1)
    rests = [(count: Int, end: UInt8)](
      repeating: (0, UInt8(ascii: "e")), count: atoms.count + 1)
    wordsBefore = atoms.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + ($1.kind == .mark ? 0 : 1))
    }
    for first in atoms.indices where mayOpen(first) { findPhrases(first) }
    for index in atoms.indices.reversed() { rests[index] = rest(index) }
  }

  /// The line as cues are written (`Piece.fold`), and where its atoms stand in it.
  private static func fold(_ atoms: [JointAtom], _ bytes: [UInt8]) -> ([UInt8], [Range<Int>]) {
    var folded: [UInt8] = []
    var places: [Range<Int>] = []
    places.reserveCapacity(atoms.count)
    for atom in atoms {
      if atom.hasSpaceBefore, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
      let start = folded.count
      var offset = atom.start
      while offset < atom.end {
        let (scalar, length) = bytes.scalar(at: offset)
        if Tokenizer.isDigit(scalar) {
          if offset == atom.start || !Tokenizer.isDigit(UInt32(bytes[offset - 1])) {
            folded.append(UInt8(ascii: "#"))
          }
        } else if scalar == 0x23 {
          folded += "♯".utf8
        } else if let lower = Unicode.Scalar(Letters.lower(scalar)) {
          folded.append(contentsOf: String(lower).utf8)
        }
        offset += length
      }
      places.append(start..<folded.count)
    }
    return (folded, places)
  }

  private func mayOpen(_ index: Int) -> Bool {
    let atom = atoms[index]
    switch atom.kind {
    case .number: return true
    case .mark: return atom.isOneOf(">#@(")
    case .word: return atom.isCapitalized || index == 0 || !atom.hasSpaceBefore
    }
  }

  private mutating func findPhrases(_ first: Int) {
    var hash = FeatureHash()
    var place = places[first].lowerBound
    for index in first..<min(atoms.count, first + Self.most) {
      hash.add(folded[place..<places[index].upperBound])
      place = places[index].upperBound
      guard index > first || atoms[first].kind != .number, let role = cues.phrases.role(hash) else {
        continue
      }
      let phrase = Phrase(first: first, last: index + 1, role: role)
      opens[first] = phrase
      if closes[index + 1] == nil { closes[index + 1] = phrase }
    }
  }

  /// The strongest beginning of a control, credit or caption that a text from an atom on has.
  func beginning(_ index: Int) -> StructureCues.Cue? {
    guard atoms[index].kind != .word || atoms[index].isCapitalized else { return nil }
    let last = min(atoms.count, index + Self.most) - 1
    return cues.beginning(folded[places[index].lowerBound..<places[last].upperBound])
  }

  /// The hash of a capitalized word behind a space and the word before it.
  private static func pair(_ atoms: [JointAtom], _ index: Int) -> UInt64? {
    guard index > 0, atoms[index - 1].kind == .word, atoms[index].isCapitalized,
      atoms[index].hasSpaceBefore
    else { return nil }
    var hash = FeatureHash()
    hash.add(atoms[index - 1].key)
    hash.add(atoms[index].key)
    return hash.value
  }

  /// Whether an atom and the one before it stand side by side elsewhere in the line too: they are one
  /// phrase.
  func repeatsPair(_ index: Int) -> Bool {
    Self.pair(atoms, index).map { repeated.contains($0) } ?? false
  }

  private func rest(_ index: Int) -> (count: Int, end: UInt8) {
    let atom = atoms[index]
    if atom.isStop { return (0, atom.look) }
    if index + 1 < atoms.count, !atoms[index + 1].hasSpaceBefore, atoms[index + 1].isCapitalized,
      atom.kind == .word, !atom.isAllCapitals
    {
      return (1, UInt8(ascii: "S"))
    }
    return (rests[index + 1].count + (atom.kind == .mark ? 0 : 1), rests[index + 1].end)
  }

}

extension JointAtom {
  func isOneOf(_ looks: StaticString) -> Bool {
    looks.withUTF8Buffer { $0.contains(look) }
  }
}

/// The phrases that fill lines, by their hash: to ask for every part of a line whether it is one.
struct KnownPhrases: Sendable {
  private var roles: IntegerTable

  init(_ phrases: [(text: String, role: BlockRole)]) {
    roles = IntegerTable(capacity: phrases.count)
    for (text, role) in phrases {
      roles.set(FeatureHash().adding(text.utf8).value, Int32(Self.all.firstIndex(of: role) ?? 0))
    }
  }

  private static let all = BlockRole.allCases

  /// The role of a folded phrase, by the hash of its bytes.
  func role(_ hash: FeatureHash) -> BlockRole? {
    let found = roles[hash.value]
    return found == IntegerTable.none ? nil : Self.all[Int(found)]
  }
}
