/// Two texts beside each other in columns of a terminal, what differs marked on each side.
struct SideBySide {
  /// Columns of the whole line.
  let width: Int
  /// What stands before every line.
  let indent: String
  /// Whether words that went are red and words that came green; else they stand in brackets.
  let isColoured: Bool

  /// The least columns for two sides.
  static let least = 100
  private static let gap = " │ "

  private struct Word {
    let text: String
    let operation: WordEdit.Operation
    let isGlued: Bool
  }

  /// The lines: words that stayed or went on the left, words that stayed or came on the right.
  func lines(_ edits: [WordEdit]) -> [String] {
    let left = words(edits, without: [.added, .movedHere])
    let right = words(edits, without: [.removed, .movedAway])
    return rows(wrapped(left), wrapped(right))
  }

  /// The lines of two texts of which nothing is known word by word.
  func lines(before: String?, after: String?) -> [String] {
    let left = before.map { words([WordEdit(isColoured ? .removed : .same, $0)], without: []) }
    let right = after.map { words([WordEdit(isColoured ? .added : .same, $0)], without: []) }
    return rows(wrapped(left ?? []), wrapped(right ?? []))
  }

  private var column: Int {
    (width - DisplayWidth.columns(indent) - DisplayWidth.columns(Self.gap)) / 2
  }

  private func words(_ edits: [WordEdit], without hidden: Set<WordEdit.Operation>) -> [Word] {
    var words: [Word] = []
    for edit in edits where !hidden.contains(edit.operation) {
      for (index, word) in bracketed(edit).split(separator: " ").enumerated() {
        var isGlued = index == 0 && edit.isGlued
        for piece in pieces(String(word)) {
          words.append(Word(text: piece, operation: edit.operation, isGlued: isGlued))
          isGlued = true
        }
      }
    }
    return words
  }

  private func bracketed(_ edit: WordEdit) -> String {
    let text = Escaping.terminal(edit.text)
    if isColoured { return text }
    switch edit.operation {
    case .same: return text
    case .removed, .movedAway: return "[-\(text)-]"
    case .added, .movedHere: return "{+\(text)+}"
    }
  }

  private func mark(_ word: Word) -> String {
    guard isColoured else { return word.text }
    switch word.operation {
    case .same: return word.text
    case .removed, .movedAway: return "\u{1B}[31m\(word.text)\u{1B}[0m"
    case .added, .movedHere: return "\u{1B}[32m\(word.text)\u{1B}[0m"
    }
  }

  /// A word in parts that fit into a column.
  private func pieces(_ word: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var columns = 0
    for letter in word {
      let more = DisplayWidth.columns(String(letter))
      if columns + more > column, !part.isEmpty {
        parts.append(part)
        part = ""
        columns = 0
      }
      part.append(letter)
      columns += more
    }
    return parts + [part]
  }

  /// Lines of at most one column, with the columns they take.
  private func wrapped(_ words: [Word]) -> [(text: String, columns: Int)] {
    var lines: [(text: String, columns: Int)] = []
    var text = ""
    var columns = 0
    for word in words {
      let space = columns == 0 || word.isGlued ? 0 : 1
      let more = DisplayWidth.columns(word.text)
      if columns > 0, columns + space + more > column {
        lines.append((text, columns))
        text = mark(word)
        columns = more
      } else {
        text += (space == 1 ? " " : "") + mark(word)
        columns += space + more
      }
    }
    return columns > 0 ? lines + [(text, columns)] : lines
  }

  private func rows(
    _ left: [(text: String, columns: Int)], _ right: [(text: String, columns: Int)]
  ) -> [String] {
    (0..<max(left.count, right.count)).map { index in
      let was = index < left.count ? left[index] : ("", 0)
      let now = index < right.count ? right[index].text : ""
      let fill = String(repeating: " ", count: max(0, column - was.1))
      return indent + was.0 + fill + Self.gap + now
    }
  }
}
