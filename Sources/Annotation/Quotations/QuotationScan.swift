import TextModel

/// Finds what stands between quotation marks, in one pass.
///
/// `“…”`, `"…"`, `«…»`, `‘…’` and mixed pairs (`“…"`), which the press prints; `'…'` only inside another
/// quotation, because alone it is more often an apostrophe. A mark that closes nothing
/// is passed over; a quotation that no mark closes ends with its paragraph and is said to be open.
struct QuotationScan {
  /// The words between two marks.
  struct Passage {
    /// The words without the marks.
    let span: TextSpan
    let depth: Int
    let isClosed: Bool
  }

  private enum Mark {
    case open, close, straight, singleOpen, singleClose
  }

  private struct Open {
    let start: Int
    let isSingle: Bool
    let index: Int
  }

  private let bytes: [UInt8]
  private var stack: [Open] = []
  private var found: [Passage?] = []
  /// The deepest nesting that is followed.
  private static let depthLimit = 8

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The quotations of a text, in the order they begin.
  static func passages(_ bytes: [UInt8]) -> [Passage] {
    var scan = QuotationScan(bytes: bytes)
    scan.run()
    return scan.found.compactMap { $0 }
  }

  private mutating func run() {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\n") {
        closeAll(at: offset)
        offset += 1
        continue
      }
      guard let (mark, length) = mark(at: offset) else {
        offset += 1
        continue
      }
      take(mark, at: offset, length)
      offset += length
    }
    closeAll(at: bytes.count)
  }

  private mutating func take(_ mark: Mark, at offset: Int, _ length: Int) {
    switch mark {
    case .open: open(at: offset + length, isSingle: false)
    case .singleOpen: open(at: offset + length, isSingle: true)
    case .close: close(at: offset, isSingle: false)
    case .singleClose: close(at: offset, isSingle: true)
    case .straight:
      let (opens, closes) = sides(of: offset)
      if !stack.contains(where: { !$0.isSingle }) {
        if opens || !closes { open(at: offset + length, isSingle: false) }
      } else if opens, !closes {
        // The mark before was never closed; this one begins another quotation.
        closeAll(at: offset)
        open(at: offset + length, isSingle: false)
      } else {
        close(at: offset, isSingle: false)
      }
    }
  }

  /// Whether a straight mark looks like one that opens, and like one that closes: by the spaces beside it.
  private func sides(of offset: Int) -> (opens: Bool, closes: Bool) {
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    let isAfterGap = [0x20, 0x0A, 0x28, 0x5B].contains(before)
    let isBeforeGap = [0x20, 0x0A, 0x0D, 0x29, 0x5D, 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F].contains(
      after)
    return (isAfterGap && !isBeforeGap, isBeforeGap && !isAfterGap)
  }

  private mutating func open(at start: Int, isSingle: Bool) {
    guard stack.count < Self.depthLimit else { return }
    stack.append(Open(start: start, isSingle: isSingle, index: found.count))
    found.append(nil)
  }

  private mutating func close(at end: Int, isSingle: Bool) {
    guard let level = stack.lastIndex(where: { $0.isSingle == isSingle }) else { return }
    let open = stack[level]
    stack.removeSubrange(level...)
    finish(open, end: end, depth: level, isClosed: true)
  }

  private mutating func closeAll(at end: Int) {
    for (depth, open) in stack.enumerated() where !open.isSingle {
      finish(open, end: end, depth: depth, isClosed: false)
    }
    stack.removeAll()
  }

  private mutating func finish(_ open: Open, end: Int, depth: Int, isClosed: Bool) {
    var (start, end) = (open.start, end)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
    guard start < end else { return }
    found[open.index] = Passage(span: TextSpan(start, end), depth: depth, isClosed: isClosed)
  }

  /// The mark at a byte. An apostrophe between letters is none.
  private func mark(at offset: Int) -> (Mark, Int)? {
    if bytes[offset] == UInt8(ascii: "\"") { return (.straight, 1) }
    if bytes[offset] == UInt8(ascii: "'") { return apostrophe(at: offset).map { ($0, 1) } }
    guard bytes[offset] >= 0xC2, offset + 1 < bytes.count else { return nil }
    if bytes[offset] == 0xC2 {
      if bytes[offset + 1] == 0xAB { return (.open, 2) }
      return bytes[offset + 1] == 0xBB ? (.close, 2) : nil
    }
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else {
      return nil
    }
    switch bytes[offset + 2] {
    case 0x9C, 0x9E: return (.open, 3)
    case 0x9D: return (.close, 3)
    case 0x98: return (.singleOpen, 3)
    case 0x99:
      return stack.last?.isSingle == true && !isLetter(offset + 3) ? (.singleClose, 3) : nil
    default: return nil
    }
  }

  /// `'` before a letter inside a quotation opens one, before something else it closes it.
  private func apostrophe(at offset: Int) -> Mark? {
    guard let open = stack.last else { return nil }
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    let isBeforeLetter = isLetter(offset + 1) || next >= 0xC3 && next < 0xE2
    if open.isSingle { return isBeforeLetter ? nil : .singleClose }
    let isAfterSpace = offset > 0 && (bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x28)
    return isAfterSpace && isBeforeLetter ? .singleOpen : nil
  }

  private func isLetter(_ offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] | 0x20 >= 0x61 && bytes[offset] | 0x20 <= 0x7A)
  }
}
