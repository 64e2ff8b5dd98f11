import TextModel

/// Puts English words together: spaces, articles, capitals and marks.
struct Surface {
  let forms: EnglishForms

  /// Makes the sentence; the words keep their order, and their texts become what is printed.
  func finish(_ words: inout [EnglishWord], capitalizesStart: Bool) -> String {
    words = words.enumerated().filter { index, word in
      !(index > 0 && words[index - 1].text == word.text && [",", "the"].contains(word.text))
    }.map(\.element)
    chooseArticles(&words)
    if capitalizesStart { capitalize(&words) }
    var text = ""
    var isOpen = false
    var glues = true
    for index in words.indices {
      let word = words[index].text
      let isClosing = Self.closing.contains(word) || word == "\"" && isOpen
      if !glues, !isClosing, !words[index].isAttached { text += " " }
      glues = Self.opening.contains(word) || word == "\"" && !isOpen
      if word == "\"" { isOpen.toggle() }
      words[index].text = Self.plain(word)
      text += words[index].text
    }
    return text
  }

  static let closing: Set<String> = [
    ",", ".", ";", ":", "!", "?", ")", "]", "}", "”", "’", "»", "…", "%",
  ]
  private static let opening: Set<String> = ["(", "[", "{", "“", "‘", "«", "$", "#"]

  /// Straight marks, as the house style of plain text has them.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return text }
    return String(
      text.map { character in
        switch character {
        case "“", "”", "«", "»": "\""
        case "‘", "’": "'"
        default: character
        }
      })
  }

  private func chooseArticles(_ words: inout [EnglishWord]) {
    for index in words.indices.dropLast() where words[index].text == "a" {
      let next = words[index + 1].text
      words[index].text = forms.indefinite(before: next)
    }
  }

  private func capitalize(_ words: inout [EnglishWord]) {
    var starts = true
    for index in words.indices {
      let word = words[index].text
      if starts, word.first?.isLetter == true {
        words[index].text = word.prefix(1).uppercased() + word.dropFirst()
        starts = false
      } else if starts, word.first?.isNumber == true {
        starts = false
      }
      let ends = [".", "!", "?", "…"].contains(word) && !words[index].isAttached
      if ends || words[index].opensSentence { starts = true }
    }
  }
}
