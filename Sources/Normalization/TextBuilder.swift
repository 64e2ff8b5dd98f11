import TextModel

/// Builds the text of a page from parts of it: an edit list over the page, and the elements around each
/// run of text.
///
/// Law: the edits applied to the page give the text; parts are given in page order.
struct TextBuilder {
  /// The page, in valid UTF-8.
  let page: [UInt8]
  /// The page up to here is accounted for.
  private(set) var done = 0
  private var edits: [Edit] = []
  private var runs: [MarkupRun] = []
  /// The length of the text so far.
  private var length = 0
  private var separator: UInt8?
  private var endsWithSpace = true
  private let rule: String

  /// Makes a builder whose edits bear a rule's name.
  init(_ page: [UInt8], rule: String) {
    self.page = page
    self.rule = rule
  }

  /// A block begins or ends: what follows stands on a line of its own, or in a cell of its own when no
  /// line ended.
  mutating func breakLine(cell: Bool = false) {
    separator = cell ? separator ?? UInt8(ascii: "\t") : UInt8(ascii: "\n")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

  /// Takes a part over as it stands; a run of white space becomes one space.
  mutating func verbatim(_ range: Range<Int>, in path: [MarkupElement]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      var end = offset
      if Self.isSpace(page[offset]) {
        while end < range.upperBound, Self.isSpace(page[end]) { end += 1 }
        if !endsWithSpace, separator == nil {
          emit(page[offset] == 0x20 && end == offset + 1 ? nil : [0x20], offset..<end, path)
          endsWithSpace = true
        }
      } else {
        while end < range.upperBound, !Self.isSpace(page[end]) { end += 1 }
        emit(nil, offset..<end, path)
        endsWithSpace = false
      }
      offset = end
    }
  }

  /// Takes a part that the page spells otherwise, such as an entity.
  mutating func replaced(_ range: Range<Int>, by text: [UInt8], in path: [MarkupElement]) {
    let isBlank = text.allSatisfy(Self.isSpace)
    if isBlank, endsWithSpace || separator != nil { return }
    emit(isBlank ? [0x20] : text, range, path)
    endsWithSpace = isBlank
  }

  /// Puts a part of the page into the text; nil takes it over as it stands.
  private mutating func emit(
    _ replacement: [UInt8]?, _ range: Range<Int>, _ path: [MarkupElement]
  ) {
    let gap: [UInt8] = separator.map { length == 0 ? [] : [$0] } ?? []
    if done < range.lowerBound || !gap.isEmpty {
      edits.append(Edit(done, range.lowerBound, gap, rule: rule))
    }
    length += gap.count
    separator = nil
    let start = length
    if let replacement {
      edits.append(Edit(range.lowerBound, range.upperBound, replacement, rule: rule))
      length += replacement.count
    } else {
      length += range.count
    }
    done = range.upperBound
    record(TextSpan(start, length), path)
  }

  private mutating func record(_ span: TextSpan, _ path: [MarkupElement]) {
    if let last = runs.last, last.span.end == span.start, last.path == path {
      runs[runs.count - 1] = MarkupRun(span: TextSpan(last.span.start, span.end), path: path)
    } else {
      runs.append(MarkupRun(span: span, path: path))
    }
  }

  /// The rest of the page is no text: all edits, and the runs.
  mutating func finish() -> (edits: EditList, runs: [MarkupRun]) {
    if done < page.count { edits.append(Edit(done, page.count, [], rule: rule)) }
    done = page.count
    return (EditList(edits), runs)
  }
}
