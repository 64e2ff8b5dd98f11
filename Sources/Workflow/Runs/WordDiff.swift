import Reporting

/// The words that differ between two texts, with moves.
///
/// Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986 (Swift's
/// `difference(from:)`).
enum WordDiff {
  /// Texts longer than this are not compared word by word, in words.
  private static let limit = 2_000

  /// The pieces of both texts in reading order; neighbours of the same kind are put together.
  /// - Parameter cut: cuts a text into words; what stands between them counts as spaces.
  static func edits(
    _ before: String, _ after: String, words cut: (String) -> [String]
  ) -> [WordEdit] {
    let old = cut(before)
    let new = cut(after)
    guard old.count <= limit, new.count <= limit else {
      return [WordEdit(.removed, before), WordEdit(.added, after)]
    }
    let difference = new.difference(from: old).inferringMoves()
    var removed: [Int: WordEdit.Operation] = [:]
    var added: [Int: WordEdit.Operation] = [:]
    for change in difference {
      switch change {
      case .remove(let offset, _, let partner):
        removed[offset] = partner == nil ? .removed : .movedAway
      case .insert(let offset, _, let partner):
        added[offset] = partner == nil ? .added : .movedHere
      }
    }
    var pieces: [(WordEdit.Operation, String)] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, let operation = removed[oldIndex] {
        pieces.append((operation, old[oldIndex]))
        oldIndex += 1
      } else if newIndex < new.count, let operation = added[newIndex] {
        pieces.append((operation, new[newIndex]))
        newIndex += 1
      } else {
        pieces.append((.same, new[newIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return joined(pieces)
  }

  private static func joined(_ pieces: [(WordEdit.Operation, String)]) -> [WordEdit] {
    var result: [WordEdit] = []
    for (operation, word) in pieces {
      if let last = result.last, last.operation == operation {
        result[result.count - 1] = WordEdit(operation, last.text + " " + word)
      } else {
        result.append(WordEdit(operation, word))
      }
    }
    return result
  }

  /// How much of two texts is the same, 0 to 1: the share of common words (Dice 1945).
  static func likeness(_ before: [String], _ after: [String]) -> Double {
    if before.isEmpty && after.isEmpty { return 1 }
    var counts: [String: Int] = [:]
    for word in before { counts[word, default: 0] += 1 }
    var common = 0
    for word in after where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      common += 1
    }
    return 2 * Double(common) / Double(before.count + after.count)
  }
}
