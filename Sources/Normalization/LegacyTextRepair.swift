public import TextModel
public import Vietnamese

/// Bytes of a legacy encoding that were read as windows-1252: `ViÖt Nam` (TCVN3) → `Việt Nam`.
///
/// The encoding is chosen for the document by how many of its words become Vietnamese syllables; each
/// line must then show it too, so that a page of mixed origin keeps its sound lines.
public struct LegacyTextRepair: TextRepair {
  /// The rule's name; edits add the encoding, as in `legacy-encoding:TCVN3`.
  public let rule = "legacy-encoding"
  /// A line that windows-1252 can hold.
  public let concerns: Concerns = .westernLine
  private let encodings: [LegacyEncoding]
  private let table: SyllableTable
  private let counts: SyllableCounts

  /// Makes the repair.
  public init(encodings: [LegacyEncoding], table: SyllableTable, counts: SyllableCounts) {
    self.encodings = encodings
    self.table = table
    self.counts = counts
  }

  /// The letters to replace.
  public func edits(in text: [UInt8]) -> EditList { detect(text)?.edits ?? EditList() }

  /// The encoding that the text speaks for, with the share of words it makes sound.
  func detect(_ text: [UInt8]) -> (encoding: LegacyEncoding, share: Double, edits: EditList)? {
    text.withUnsafeBufferPointer { buffer in
      var scores = [Score](repeating: Score(), count: encodings.count)
      WesternLine.forEach(in: buffer) { line in
        for (index, encoding) in encodings.enumerated() {
          scores[index].add(score(line, as: encoding))
        }
      }
      guard let most = scores.map(\.sound).max(),
        let best = scores.firstIndex(where: { $0.sound == most }), scores[best].speaksForItself
      else { return nil }
      var edits: [Edit] = []
      WesternLine.forEach(in: buffer) { line in
        if score(line, as: encodings[best]).isBetterThanBefore {
          edits += self.edits(of: line, as: encodings[best])
        }
      }
      return (encodings[best], scores[best].share, EditList(edits))
    }
  }

  /// Counts over words that reading changes, before and after, and over the others.
  private struct Score {
    var words = 0
    var sound = 0.0
    var soundBefore = 0.0
    var valid = 0
    var validBefore = 0
    var plainWords = 0
    var plainValid = 0

    var share: Double { words == 0 ? 0 : Double(valid) / Double(words) }
    var isBetterThanBefore: Bool { (valid, sound) > (validBefore, soundBefore) }

    /// Enough words change and nearly all become syllables; few words need Vietnamese around them, or
    /// that nearly all are known ones and most were none before.
    var speaksForItself: Bool {
      guard words >= 3, share >= 0.8, Double(validBefore) <= Double(valid) * 0.6 else {
        return false
      }
      if words >= 4, sound >= Double(words) * 0.9, soundBefore <= Double(words) * 0.4 {
        return true
      }
      return (words >= 12 && share >= 0.9)
        || Double(plainValid) >= Double(plainWords) * 0.5 && sound >= Double(words) * 0.7
    }

    mutating func add(_ other: Score) {
      words += other.words
      sound += other.sound
      soundBefore += other.soundBefore
      valid += other.valid
      validBefore += other.validBefore
      plainWords += other.plainWords
      plainValid += other.plainValid
    }
  }

  private func edits(of line: WesternLine, as encoding: LegacyEncoding) -> [Edit] {
    let rule = "\(rule):\(encoding.name)"
    var edits: [Edit] = []
    var index = 0
    var offset = line.start
    while index < line.bytes.count {
      let start = offset
      let found = encoding.letter(line.bytes[...], at: index)
      for byte in line.bytes[index..<(index + (found?.length ?? 1))] {
        offset += Windows1252.length(byte)
        index += 1
      }
      if let found { edits.append(Edit(start, offset, found.letter, rule: rule)) }
    }
    return edits
  }

  private func score(_ line: WesternLine, as encoding: LegacyEncoding) -> Score {
    var score = Score()
    var word = Word()
    var index = 0
    while index < line.bytes.count {
      let byte = line.bytes[index]
      if let (letter, length) = encoding.letter(line.bytes[...], at: index) {
        word.after += letter
        word.letters += 1
        for step in 0..<length { word.before += Windows1252.scalar(line.bytes[index + step]).utf8 }
        word.isChanged = true
        index += length
      } else if byte | 32 >= 0x61, byte | 32 <= 0x7A {
        word.append(byte)
        index += 1
      } else if byte >= 0xC0 {
        word.append(0xC3)
        word.append(byte & 0xBF, letters: 0)
        word.isChanged = true
        index += 1
      } else {
        finish(&word, into: &score)
        index += 1
      }
    }
    finish(&word, into: &score)
    return score
  }

  private struct Word {
    var before: [UInt8] = []
    var after: [UInt8] = []
    var isChanged = false
    var letters = 0

    mutating func append(_ byte: UInt8, letters: Int = 1) {
      self.letters += letters
      before.append(byte)
      after.append(byte)
    }

    mutating func clear() {
      before.removeAll(keepingCapacity: true)
      after.removeAll(keepingCapacity: true)
      isChanged = false
      letters = 0
    }
  }

  private func finish(_ word: inout Word, into score: inout Score) {
    defer { word.clear() }
    if word.after.isEmpty { return }
    let syllable = table.parse(word.after[...])
    if word.isChanged, word.before != word.after {
      // One letter alone proves nothing: a no-break space is Õ in VISCII.
      guard word.letters > 1 else { return }
      score.words += 1
      if let syllable {
        score.valid += 1
        score.sound += weight(syllable)
      }
      if let before = table.parse(word.before[...]) {
        score.validBefore += 1
        score.soundBefore += weight(before)
      }
    } else {
      score.plainWords += 1
      if syllable != nil { score.plainValid += 1 }
    }
  }

  /// 1 for a syllable seen in running text, less for one never seen.
  private func weight(_ syllable: Syllable) -> Double {
    counts.count(table.key(syllable)) > 0 ? 1 : 0.3
  }
}
