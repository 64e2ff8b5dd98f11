import TextModel
import Vietnamese

/// Where a mark shows that something new begins on the line: `…tàu hỏa.>> Xem lại`, `…theo mẫu;b) Bản sao`,
/// `[In][Gửi]`, `… ngoại ô © Báo`, `Lưu(PLO)- Phần đất`.
///
/// Most marks count only where no space stands before them, as no sentence has them.
struct MarkSeams: LineReading {
  let bytes: [UInt8]
  let tokens: [Token]
  let stamps: Stamps

  /// Offsets of the cuts. Complexity: linear in the line.
  func cuts() -> [Int] {
    tokens.indices.dropFirst().flatMap { index -> [Int] in
      if let stamp = stamp(index) { return stamp }
      return begins(index) ? [tokens[index].start] : []
    }
  }

  private func mark(_ index: Int) -> UInt32 {
    tokens.indices.contains(index) ? scalar(tokens[index]) : 0
  }

  /// How many tokens stand behind one.
  private func rest(_ index: Int) -> Int { tokens.count - index - 1 }

  private func begins(_ index: Int) -> Bool {
    let token = tokens[index]
    let isTight = !token.hasSpaceBefore
    switch mark(index) {
    case 0x3E:
      return mark(index + 1) == 0x3E && mark(index - 1) != 0x3E && mark(0) != 0x3E
        && rest(index) > 3 && isCapital(index + 2)
    case 0xA9: return rest(index) > 1 && index > 3
    case 0x23: return isTight && isJoined(index + 1) && mark(index - 1) != 0x23 && mark(0) != 0x23
    case 0x2A:
      return isTight && mark(index - 1) != 0x2A && isCapital(index + 1)
        && tokens[index + 1].hasSpaceBefore
    case 0x5B: return isTight ? closes(index - 1) : isStop(index - 1) && isLastBracket(index)
    default: return isTight && closes(index - 1) && isListMark(index)
    }
  }

  private func isJoined(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word && !tokens[index].hasSpaceBefore
  }

  private func isCapital(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isCapitalized
  }

  private func isStop(_ index: Int) -> Bool { [0x2E, 0x21, 0x3F].contains(mark(index)) }

  /// The end of a sentence, of an item or of a bracket.
  private func closes(_ index: Int) -> Bool {
    isStop(index) || [0x3B, 0x3A, 0x29, 0x5D, 0x201D].contains(mark(index))
  }

  /// The rest of the line stands in one bracket.
  private func isLastBracket(_ index: Int) -> Bool {
    rest(index) > 4 && isCapital(index + 1) && mark(tokens.count - 1) == 0x5D
  }

  /// `- Quy trình`, `3. Thu gom`, `b) Bản sao`, `8h40: Lực lượng`.
  private func isListMark(_ index: Int) -> Bool {
    guard rest(index) > 1, case let next = tokens[index + 1] else { return false }
    if [0x2D, 0x2013, 0x2B, 0x2022].contains(mark(index)) {
      return next.hasSpaceBefore && next.kind != .mark
        && ![0x29, 0x5D, 0x201D].contains(mark(index - 1))
    }
    guard tokens[index].kind != .mark, !next.hasSpaceBefore, tokens[index + 2].hasSpaceBefore,
      index > 1, tokens[index - 2].kind != .number, !isCapital(index - 2), !isCapital(index)
    else { return false }
    let isTime =
      mark(index + 1) == 0x3A
      && DateShapes.isTimeOnly(folded(tokens[index].start..<tokens[index].end))
    let isShort = tokens[index].end - tokens[index].start <= 2
    let isNumbered =
      isShort && isCapital(index + 2)
      && (mark(index + 1) == 0x29 || (mark(index + 1) == 0x2E && tokens[index].kind == .number))
    return isTime || isNumbered
  }

  /// Around the outlet's stamp behind a control: `A+(Baothanhson.vn) - Từ`.
  private func stamp(_ index: Int) -> [Int]? {
    guard mark(index) == 0x28, !tokens[index].hasSpaceBefore,
      let dash = tokens[index...].prefix(9).firstIndex(where: { stamps.isDash($0) }),
      rest(dash) > 4, tokens[index...dash].contains(where: { scalar($0) == 0x29 }),
      stamps.role(tokens[index...dash]) == .credit
    else { return nil }
    return [tokens[index].start, tokens[dash].end]
  }
}
