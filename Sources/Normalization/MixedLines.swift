import TextModel

/// Reads a file whose lines stand in several encodings: UTF-8 beside a legacy encoding.
///
/// Sound lines stay byte for byte. The others are taken together and read as the legacy encoding that
/// makes most of their words Vietnamese; what it leaves is tried once more with another. Complexity:
/// linear.
struct MixedLines {
  private let source: [UInt8]
  private let legacy: LegacyTextRepair
  /// Lines that hold letters in UTF-8 and no broken sequence.
  private var sound = 0
  /// Lines with more broken sequences than whole ones.
  private var odd: [Range<Int>] = []
  private(set) var edits: [Edit] = []
  private(set) var findings: [Finding] = []
  /// The encodings found, with the number of lines of each.
  private(set) var found: [(name: String, lines: Int)] = []

  /// The most encodings looked for beside UTF-8.
  private static let most = 3

  /// Nil when the file is not of this kind.
  init?(_ source: [UInt8], legacy: LegacyTextRepair) {
    self.source = source
    self.legacy = legacy
    sort()
    guard sound > 0, !odd.isEmpty else { return nil }
    for _ in 0..<Self.most where !odd.isEmpty { readMore() }
    guard !found.isEmpty else { return nil }
    leaveRest()
    edits.sort { $0.start < $1.start }
    findings.sort { $0.place.byte ?? 0 < $1.place.byte ?? 0 }
  }

  /// How the file was read.
  var encoding: SourceDocument.Encoding {
    let others = found.map { "in \($0.name): \($0.lines)" }.joined(separator: ", ")
    let lines = found.reduce(0) { $0 + $1.lines }
    return .init(
      name: "UTF-8", confidence: Double(sound + lines) / Double(sound + lines + odd.count),
      evidence: "lines in UTF-8: \(sound), \(others)")
  }

  private mutating func sort() {
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex(of: 0x0A) ?? source.count
      let scan = UTF8Scan(source, in: start..<end)
      if scan.broken.count > scan.sequences { odd.append(start..<end) }
      if scan.broken.isEmpty, scan.sequences > 1 { sound += 1 }
      if !scan.broken.isEmpty, scan.broken.count <= scan.sequences { lose(scan.broken) }
      start = end + 1
    }
  }

  /// Reads the odd lines that speak for one encoding; the others stay.
  private mutating func readMore() {
    var text: [UInt8] = []
    var starts: [Int] = []
    for line in odd {
      starts.append(text.count)
      for byte in source[line] { text += byte < 0x80 ? [byte] : Windows1252.scalar(byte).utf8 }
      text.append(0x0A)
    }
    guard let detected = legacy.detect(text) else { return }
    var isRead = [Bool](repeating: false, count: odd.count)
    for edit in detected.edits.edits {
      isRead[starts.indices.partitioningOffset { starts[$0] > edit.start } - 1] = true
    }
    let lines = zip(odd, isRead).filter(\.1).map(\.0)
    guard let first = lines.first else { return }
    for line in lines {
      let letters = LegacyDecoding.edits(source, in: line, as: detected.encoding)
      edits += letters
      findings += LegacyDecoding.lacking(letters, of: source, in: detected.encoding, limit: 5)
    }
    odd = zip(odd, isRead).filter { !$1 }.map(\.0)
    found.append((detected.encoding.name, lines.count))
    findings.append(
      Finding(
        .warning, "mixed-encodings",
        "lines in \(detected.encoding.name) stand in a file of UTF-8 (\(lines.count)); they were read so, the others stay",
        at: .init(byte: first.lowerBound), fix: "see that the lines belong to one article"))
  }

  private mutating func leaveRest() {
    for line in odd { lose(UTF8Scan(source, in: line).broken) }
  }

  private mutating func lose(_ broken: [Range<Int>]) {
    for range in broken {
      edits.append(
        Edit(range.lowerBound, range.upperBound, UInt32(0xFFFD).utf8, rule: "invalid-utf-8"))
      if findings.count < 20 {
        findings.append(ByteDecoder.lost(range.lowerBound, "invalid UTF-8"))
      }
    }
  }
}
