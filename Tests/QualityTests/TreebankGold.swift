import Foundation
import TestSupport

/// Sentences of a treebank that is not shipped: tokens with spaces between, as the treebank has them.
enum TreebankGold {
  /// A word with its place in the text and its tag.
  struct Word: Hashable {
    let start: Int
    let end: Int
    let tag: String
    var span: [Int] { [start, end] }
  }

  private static let url = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/ud_vtb/dev.conllu")
  static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func sentences() throws -> [(text: String, words: [Word])] {
    var result: [(text: String, words: [Word])] = []
    var text = ""
    var words: [Word] = []
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n") {
      let cells = line.components(separatedBy: "\t")
      if cells.count > 3, Int(cells[0]) != nil {
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += cells[1]
        words.append(Word(start: start, end: text.utf8.count, tag: cells[3]))
      } else if line.isEmpty, !words.isEmpty {
        result.append((text, words))
        (text, words) = ("", [])
      }
    }
    return result
  }
}
