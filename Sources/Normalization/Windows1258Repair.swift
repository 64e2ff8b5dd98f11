import Foundation
public import TextModel
public import Vietnamese

/// Windows-1252 text that was read as Windows-1258: `t́nh h́nh đă rơ` → `tình hình đã rõ`.
///
/// Words that are no Vietnamese syllable but become a known one prove the damage; a letter that would
/// not have survived it proves a line sound. In a damaged line every suspect word is read anew: the
/// reading whose syllables and neighbours are most frequent wins, the word as it stands among them.
/// A line without proof follows the document, and in a document of mixed lines the better reading.
public struct Windows1258Repair: TextRepair {
  /// The rule's name.
  public let rule = "windows-1258"
  /// A line that is not proven sound.
  public let concerns: Concerns = .unprovenLine
  private let letters = Windows1258Letters()
  private let table: SyllableTable
  private let model: ReadingModel

  /// Makes the repair. `words` are the words whose inner neighbours count as evidence.
  public init(table: SyllableTable, counts: SyllableCounts, words: WordPairs) {
    self.table = table
    self.model = ReadingModel(table: table, counts: counts, words: words)
  }

  /// The words to replace.
  public func edits(in text: [UInt8]) -> EditList {
    guard DamageLine.hasProof(text, letters: letters, table: table, model: model) else {
      return EditList()
    }
    var (proofs, proven, sound) = (0, 0, 0)
    forEachLine(of: text) { line in
      if line.verdict == .sound { sound += 1 }
      guard line.verdict == .damaged else { return }
      proven += 1
      proofs += line.proofs
    }
    guard proven > 0, proofs > 0 else { return EditList() }
    let isPlain = proofs > 2 || sound == 0
    var edits: [Edit] = []
    forEachLine(of: text) { line in
      switch line.verdict {
      case .sound: break
      case .foreign: if line.proofs > 0, proofs > 4 { edits += read(line, text: text) }
      case .damaged: if isPlain || line.hasStrongProof { edits += read(line, text: text) }
      case .open:
        if sound == 0 || isPlain && model.prefersDamage(line, text: text) {
          edits += read(line, text: text)
        }
      }
    }
    return EditList(edits)
  }

  /// Lines are made twice rather than kept: the words of a large file do not fit into memory.
  private func forEachLine(of text: [UInt8], _ body: (DamageLine) -> Void) {
    DamageLine.forEach(of: text, letters: letters, table: table, model: model, body)
  }

  private func read(_ line: DamageLine, text: [UInt8]) -> [Edit] {
    model.bestReadings(line.words).enumerated().compactMap { index, choice in
      let word = line.words[index]
      let reading = word.readings[choice]
      return reading.isChanged
        ? Edit(word.range.lowerBound, word.range.upperBound, reading.bytes, rule: rule) : nil
    }
  }
}

/// One way to read a word.
struct Reading: Sendable {
  /// What would stand there; empty where nothing changes.
  let bytes: [UInt8]
  let key: MatchKey
  let isValid: Bool
  let isChanged: Bool
}

/// A word of a line and the ways to read it; the first is the word as it stands.
struct DamagedWord: Sendable {
  let range: Range<Int>
  let readings: [Reading]
  /// Whether only white space stands between it and the word before.
  let followsWord: Bool
}

/// A line, its words, and what they prove.
struct DamageLine: Sendable {
  enum Verdict {
    /// Holds a letter that the damage would have destroyed.
    case sound
    /// Is hardly Vietnamese: says nothing.
    case foreign
    /// Holds a word that proves the damage.
    case damaged
    /// Holds suspect letters, but no proof.
    case open
  }

  let words: [DamagedWord]
  /// Words that are no syllable as they stand and become a known one, or that nobody has heard and that
  /// become a frequent one.
  let proofs: Int
  /// Whether one of them becomes a frequent syllable: enough by itself among sound lines.
  let hasStrongProof: Bool
  let verdict: Verdict

  /// Calls the closure with each line that says anything, in order.
  static func forEach(
    of text: [UInt8], letters: Windows1258Letters, table: SyllableTable, model: ReadingModel,
    _ body: (DamageLine) -> Void
  ) {
    text.withUnsafeBufferPointer { buffer in
      buffer.forEachLine { range in
        switch glance(buffer, range) {
        case .sound: body(DamageLine(words: [], proofs: 0, hasStrongProof: false, verdict: .sound))
        case .plain: break
        case .suspect:
          var scan = DamageScan(text: text, letters: letters, table: table)
          scan.run(range)
          if scan.hasSuspect { body(scan.line(model)) }
        }
      }
    }
  }

  /// Whether any word of a line that is not plainly sound proves the damage.
  static func hasProof(
    _ text: [UInt8], letters: Windows1258Letters, table: SyllableTable, model: ReadingModel
  ) -> Bool {
    let scan = DamageScan(text: text, letters: letters, table: table)
    return text.withUnsafeBufferPointer { buffer in
      buffer.containsLine { range in
        glance(buffer, range) == .suspect && scan.hasProof(buffer, range, model)
      }
    }
  }

  private enum Glance { case sound, plain, suspect }

  /// A cheap look at the bytes: most lines of sound text hold `ã ì ò õ ý` and need no more.
  private static func glance(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Glance {
    var glance = Glance.plain
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte >= 0x80 {
        glance = .suspect
        if byte == 0xC3, offset + 1 < range.upperBound,
          Windows1258Letters.isSoundOnly(0xC0 | UInt32(text[offset + 1] & 0x3F))
        {
          return .sound
        }
      }
      offset += 1
    }
    return glance
  }
}

private struct DamageScan {
  let text: [UInt8]
  let letters: Windows1258Letters
  let table: SyllableTable
  var words: [DamagedWord] = []
  var soundLetters = 0
  var hasSuspect = false

  mutating func run(_ range: Range<Int>) {
    var offset = range.lowerBound
    var followsWord = false
    while offset < range.upperBound {
      let (scalar, length) = text.scalar(at: offset)
      guard Letters.isWord(scalar) else {
        if !Tokenizer.isSpace(scalar) { followsWord = false }
        offset += length
        continue
      }
      let start = offset
      var suspects = false
      while offset < range.upperBound {
        let (scalar, length) = text.scalar(at: offset)
        guard Letters.isWord(scalar) else { break }
        if scalar >= 0xC0 {
          if letters.kind(scalar) == .suspect { suspects = true }
          if Windows1258Letters.isSoundOnly(scalar) { soundLetters += 1 }
        }
        offset += length
      }
      if suspects, isInitial(start..<offset) { suspects = false }
      words.append(word(start..<offset, suspects: suspects, followsWord: followsWord))
      hasSuspect = hasSuspect || suspects
      followsWord = true
    }
  }

  /// One letter right after a full stop, as in `T.Ư`.
  private func isInitial(_ range: Range<Int>) -> Bool {
    range.count <= 2 && range.lowerBound > 0 && text[range.lowerBound - 1] == UInt8(ascii: ".")
  }

  /// Whether a word of the range is no syllable as it stands and may have been a known one.
  func hasProof(
    _ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ model: ReadingModel
  ) -> Bool {
    var start = range.lowerBound
    var offset = start
    var suspects = false
    while offset < range.upperBound {
      let byte = buffer[offset]
      let (scalar, length) = byte < 0x80 ? (UInt32(byte), 1) : buffer.scalar(at: offset)
      switch letters.kind(scalar) {
      case .word: break
      case .suspect: suspects = true
      case .other:
        if suspects, isProof(buffer[start..<offset], model) { return true }
        suspects = false
        start = offset + length
      }
      offset += length
    }
    return suspects && isProof(buffer[start..<range.upperBound], model)
  }

  private func isProof(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ model: ReadingModel) -> Bool {
    let syllable = table.parse(word)
    if let syllable, !model.isUnheard(table.key(syllable)) { return false }
    return originals(text[word.indices]).contains {
      $0.isValid && (syllable == nil ? model.isKnown($0.key) : model.isFrequent($0.key))
    }
  }

  private func word(_ range: Range<Int>, suspects: Bool, followsWord: Bool) -> DamagedWord {
    let bytes = text[range]
    let syllable = table.parse(bytes)
    var readings = [
      Reading(
        bytes: [], key: syllable.map(table.key) ?? table.key(bytes),
        isValid: syllable != nil, isChanged: false)
    ]
    if suspects { readings += originals(bytes) }
    return DamagedWord(range: range, readings: readings, followsWord: followsWord)
  }

  /// The longest word that is read anew, in bytes: no syllable is as long, with every mark apart.
  private static let longest = 48

  /// All syllables that the damage would turn into this word.
  private func originals(_ bytes: ArraySlice<UInt8>) -> [Reading] {
    if bytes.count > Self.longest { return [] }
    var partial: [[UInt8]] = [[]]
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let (scalar, length) = bytes.scalar(at: offset)
      let same = Array(bytes[offset..<(offset + length)])
      if let original = letters.original(scalar), partial.count <= 8 {
        let other = original.flatMap(\.utf8)
        partial = partial.map { $0 + same } + partial.map { $0 + other }
      } else {
        partial = partial.map { $0 + same }
      }
      offset += length
    }
    return partial.dropFirst().compactMap { candidate in
      guard let syllable = table.parse(candidate[...]) else { return foreign(candidate, bytes) }
      return Reading(bytes: candidate, key: table.key(syllable), isValid: true, isChanged: true)
    }
  }

  /// Portuguese `ão` and `õe` in a name, which no Vietnamese word has as `ăo` and `ơe`.
  private func foreign(_ candidate: [UInt8], _ bytes: ArraySlice<UInt8>) -> Reading? {
    let text = String(decoding: candidate, as: UTF8.self)
    let changed = text.unicodeScalars.count { Windows1258Letters.isSoundOnly($0.value) }
    guard changed == 1, text.hasSuffix("ão") || text.hasSuffix("ães") || text.hasSuffix("ões")
    else { return nil }
    return Reading(
      bytes: candidate, key: table.key(candidate[...]), isValid: false, isChanged: true)
  }

  func line(_ model: ReadingModel) -> DamageLine {
    func becomes(_ word: DamagedWord, _ isEnough: (MatchKey) -> Bool) -> Bool {
      word.readings.dropFirst().contains { $0.isValid && isEnough($0.key) }
    }
    let proofs = words.filter { word in
      !word.readings[0].isValid && becomes(word, model.isKnown)
        || model.isUnheard(word.readings[0].key) && becomes(word, model.isFrequent)
    }
    let syllables = words.count { $0.readings.contains(where: \.isValid) }
    let isVietnamese = syllables * 10 >= words.count * 6
    let strong = proofs.count { becomes($0, model.isFrequent) }
    let verdict: DamageLine.Verdict =
      soundLetters > 0
      ? .sound : !isVietnamese && strong < 3 ? .foreign : proofs.isEmpty ? .open : .damaged
    return DamageLine(
      words: words, proofs: proofs.count, hasStrongProof: strong > 0, verdict: verdict)
  }
}
