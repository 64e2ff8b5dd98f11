public import TextModel
public import Vietnamese

/// Bytes of a legacy encoding that were read as windows-1252: `ViÖt Nam` (TCVN3) → `Việt Nam`.
///
/// The encoding is chosen for the document by how many of its words become Vietnamese syllables; each
/// line must then show it too, so that a page of mixed origin keeps its sound lines.
public struct LegacyTextRepair: TextRepair {
  /// The rule's name; edits add the encoding, as in `legacy-encoding:TCVN3`.
  public let rule = "legacy-encoding"
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
    let lines = suspectLines(text)
    guard !lines.isEmpty else { return nil }
    var best: (encoding: LegacyEncoding, score: Score, readings: [Reading])?
    for encoding in encodings {
      let readings = lines.map { read($0, as: encoding) }
      let score = readings.reduce(into: Score()) { $0.add($1.score) }
      if best.map({ score.sound > $0.score.sound }) ?? true { best = (encoding, score, readings) }
    }
    guard let best, best.score.speaksForItself else { return nil }
    let edits = best.readings.filter(\.score.isBetterThanBefore).flatMap(\.edits)
    return (best.encoding, best.score.share, EditList(edits))
  }

  /// Counts over words that hold a character outside ASCII, before and after reading.
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

    /// Enough words change and nearly all become syllables; few words need Vietnamese around them.
    var speaksForItself: Bool {
      guard words >= 3, share >= 0.8, Double(validBefore) <= Double(valid) * 0.6 else {
        return false
      }
      return (words >= 12 && share >= 0.9) || Double(plainValid) >= Double(plainWords) * 0.5
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

  private struct Line {
    let bytes: [UInt8]
    /// The offset in the text of each byte, and the end.
    let offsets: [Int]
  }

  private struct Reading {
    var edits: [Edit] = []
    var score = Score()
  }

  /// Lines that windows-1252 can hold and that hold more than ASCII.
  private func suspectLines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if let line = line(text, start..<end) { lines.append(line) }
      start = end + 1
    }
    return lines
  }

  private func line(_ text: [UInt8], _ range: Range<Int>) -> Line? {
    guard text[range].contains(where: { $0 >= 0x80 }) else { return nil }
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = text.scalar(at: offset)
      guard let byte = Windows1252.byte(scalar) else { return nil }
      bytes.append(byte)
      offsets.append(offset)
      offset += length
    }
    offsets.append(range.upperBound)
    return Line(bytes: bytes, offsets: offsets)
  }

  private func read(_ line: Line, as encoding: LegacyEncoding) -> Reading {
    var reading = Reading()
    var word = Word()
    var index = 0
    while index < line.bytes.count {
      let byte = line.bytes[index]
      if let (letter, length) = encoding.letter(line.bytes[...], at: index) {
        reading.edits.append(
          Edit(
            line.offsets[index], line.offsets[index + length], letter,
            rule: "\(rule):\(encoding.name)"))
        word.after += letter
        word.letters += 1
        for step in 0..<length { word.before += Windows1252.scalar(line.bytes[index + step]).utf8 }
        word.isChanged = true
        index += length
      } else if byte | 32 >= 0x61, byte | 32 <= 0x7A {
        word.append([byte])
        index += 1
      } else if byte >= 0xC0 {
        word.append(UInt32(byte).utf8)
        word.isChanged = true
        index += 1
      } else {
        finish(&word, into: &reading.score)
        index += 1
      }
    }
    finish(&word, into: &reading.score)
    return reading
  }

  private struct Word {
    var before: [UInt8] = []
    var after: [UInt8] = []
    var isChanged = false
    var letters = 0

    mutating func append(_ bytes: [UInt8]) {
      letters += 1
      before += bytes
      after += bytes
    }
  }

  private func finish(_ word: inout Word, into score: inout Score) {
    defer { word = Word() }
    if word.after.isEmpty { return }
    let syllable = table.parse(word.after[...])
    if word.isChanged {
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
