import TextModel
import Vietnamese

/// Stamps of outlets and places before the first sentence that no list knows: `(Baoquangngai.vn)-`,
/// `(NNMT) -`, `Rạch Giá -`.
struct Stamps {
  let bytes: [UInt8]
  let table: SyllableTable
  let cues: StructureCues

  /// The role of a text with its dash; nil when it is no stamp.
  func role(_ tokens: ArraySlice<Token>) -> BlockRole? {
    guard let first = tokens.first, let last = tokens.last, last.end - first.start < 60 else {
      return nil
    }
    let folded = Piece.fold(String(decoding: bytes[first.start..<last.end], as: UTF8.self))
    if let known = cues.stampRole(folded) { return known }
    var core = tokens
    while let mark = core.last, isDash(mark) { core.removeLast() }
    let isBracketed = core.first.map { isMark($0, 0x28) } ?? false
    if isBracketed {
      guard let mark = core.last, isMark(mark, 0x29) else { return nil }
      core = core.dropFirst().dropLast()
    }
    let words = core.filter { $0.kind == .word }
    guard (1...4).contains(words.count), core.allSatisfy({ mayStand($0) }) else { return nil }
    let isDomain = core.contains { isMark($0, 0x2E) } && words.count == core.count / 2 + 1
    if isDomain, words.dropFirst().allSatisfy({ !$0.hasSpaceBefore }) { return .credit }
    guard words.allSatisfy(\.isCapitalized), words.count == core.count else { return nil }
    let isPlace = words.allSatisfy { table.isSyllable(lower($0)) } && words.count > 1
    if isPlace { return .dateline }
    return isBracketed || words.allSatisfy(\.isAllCapitals) ? .credit : .dateline
  }

  private func lower(_ token: Token) -> ArraySlice<UInt8> {
    Array(Piece.fold(String(decoding: bytes[token.start..<token.end], as: UTF8.self)).utf8)[...]
  }

  private func mayStand(_ token: Token) -> Bool { token.kind == .word || isMark(token, 0x2E) }

  private func isMark(_ token: Token, _ mark: UInt32) -> Bool {
    bytes.scalar(at: token.start).value == mark
  }

  func isDash(_ token: Token) -> Bool {
    [0x2D, 0x2013, 0x2014].contains(bytes.scalar(at: token.start).value)
  }
}
