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
    let oldPieces = Piece.all(before, cut(before))
    let newPieces = Piece.all(after, cut(after))
    let old = oldPieces.map(\.text)
    let new = newPieces.map(\.text)
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
    var pieces: [(WordEdit.Operation, Piece)] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, let operation = removed[oldIndex] {
        pieces.append((operation, oldPieces[oldIndex]))
        oldIndex += 1
      } else if newIndex < new.count, let operation = added[newIndex] {
        pieces.append((operation, newPieces[newIndex]))
        newIndex += 1
      } else {
        pieces.append((.same, newPieces[newIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return joined(pieces)
  }

  private static func joined(_ pieces: [(WordEdit.Operation, Piece)]) -> [WordEdit] {
    var result: [WordEdit] = []
    for (operation, word) in pieces {
      if let last = result.last, last.operation == operation {
        let space = word.isGlued ? "" : " "
        result[result.count - 1] = WordEdit(
          operation, last.text + space + word.text, isGlued: last.isGlued)
      } else {
        result.append(WordEdit(operation, word.text, isGlued: word.isGlued && !result.isEmpty))
      }
    }
    return result
  }

  /// A word, and whether it follows the one before without a space, as a full stop does.
  private struct Piece {
    let text: String
    let isGlued: Bool

    /// The words of a text, found in it one after the other.
    static func all(_ text: String, _ words: [String]) -> [Piece] {
      let bytes = Array(text.utf8)
      var place = 0
      return words.map { word in
        var start = place
        while start < bytes.count, bytes[start] == 0x20 || (0x09...0x0D).contains(bytes[start]) {
          start += 1
        }
        let isGlued = place > 0 && start == place
        place = start + word.utf8.count
        return Piece(text: word, isGlued: isGlued)
      }
    }
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
