import TextModel
import Vietnamese

/// Finds which phrases stand at the beginning, at the end or somewhere in a line.
///
/// Beginnings are listed by their first byte, ends by their last; other phrases by a hash of their
/// first four bytes. Complexity: one look into a table for each byte of the line.
struct CueIndex: Sendable {
  private let cues: [StructureCues.Cue]
  private var prefixes = [[Int]](repeating: [], count: 256)
  private var suffixes = [[Int]](repeating: [], count: 256)
  private var insides = [[Int]](repeating: [], count: 4096)
  /// Phrases of fewer than four bytes.
  private var shorts: [Int] = []

  init(_ cues: [StructureCues.Cue]) {
    self.cues = cues
    for (index, cue) in cues.enumerated() {
      guard let first = cue.bytes.first, let last = cue.bytes.last else { continue }
      switch cue.match {
      case .line: continue
      case .prefix: prefixes[Int(first)].append(index)
      case .suffix: suffixes[Int(last)].append(index)
      case .inside:
        if cue.bytes.count < 4 {
          shorts.append(index)
        } else {
          insides[Self.slot(cue.bytes, 0)].append(index)
        }
      }
    }
  }

  private static func slot(_ bytes: [UInt8], _ offset: Int) -> Int {
    let word =
      UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
      | UInt32(bytes[offset + 3]) << 24
    return Int((word &* 0x9E37_79B1) >> 20)
  }

  /// The cues of a line of so many words, strongest first; those of one weight in the table's order.
  func matching(_ line: [UInt8], words: Int) -> [StructureCues.Cue] {
    guard let first = line.first, let last = line.last else { return [] }
    var found = prefixes[Int(first)].filter { begins(line[...], cues[$0]) }
    found += suffixes[Int(last)].filter {
      line.suffix(cues[$0].bytes.count).elementsEqual(cues[$0].bytes)
    }
    found += shorts.filter { line.holds(cues[$0].bytes) }
    found += inside(line)
    return found.filter { words <= cues[$0].limit }
      .sorted { (-cues[$0].weight, $0) < (-cues[$1].weight, $1) }
      .map { cues[$0] }
  }

  private func inside(_ line: [UInt8]) -> [Int] {
    guard line.count >= 4 else { return [] }
    var found: [Int] = []
    for offset in 0...(line.count - 4) {
      for index in insides[Self.slot(line, offset)]
      where line[offset...].starts(with: cues[index].bytes) && !found.contains(index) {
        found.append(index)
      }
    }
    return found
  }

  /// The strongest cue of at least the weight 3 that a text begins with, the first of equals.
  func beginning(_ text: ArraySlice<UInt8>) -> StructureCues.Cue? {
    guard let first = text.first else { return nil }
    var best: StructureCues.Cue?
    for index in prefixes[Int(first)]
    where cues[index].weight >= 3 && cues[index].weight > best?.weight ?? 0 {
      if begins(text, cues[index]) { best = cues[index] }
    }
    return best
  }

  /// Whether a line begins with the phrase and a word ends there.
  private func begins(_ line: ArraySlice<UInt8>, _ cue: StructureCues.Cue) -> Bool {
    guard line.starts(with: cue.bytes) else { return false }
    if line.count == cue.bytes.count || !cue.endsInWord { return true }
    return !Letters.isWord(line.scalar(at: line.startIndex + cue.bytes.count).value)
  }
}
