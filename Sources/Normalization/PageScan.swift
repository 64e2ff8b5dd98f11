import Foundation
import TextModel

/// Receives the events of a page and builds its text. One for each page, on one thread.
final class PageScan {
  private let page: [UInt8]
  private var stack: [(element: MarkupElement, isHidden: Bool)] = []
  private var edits: [Edit] = []
  private var runs: [MarkupRun] = []
  private var head = PageHead()
  /// The page up to here is accounted for.
  private var done = 0
  /// Where the parser stood after the last event.
  private var last = 0
  /// The length of the text so far.
  private var length = 0
  private var hidden = 0
  private var separator: UInt8?
  private var endsWithSpace = true
  /// Script text is kept only for structured data.
  private var script: [UInt8]?

  private static let invisible: Set<String> = [
    "script", "style", "noscript", "template", "textarea", "iframe", "svg", "head", "title",
    "select",
    "option", "object", "math",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
  ]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// The deepest nesting whose elements are remembered.
  private static let deepest = 512

  init(_ page: [UInt8]) { self.page = page }

  static func from(_ context: UnsafeMutableRawPointer?) -> PageScan? {
    context.map { Unmanaged<PageScan>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Events

  func start(
    _ name: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ offset: Int
  ) {
    last = max(last, offset)
    let values = Self.values(attributes)
    if name == "meta" || name == "link" { head.add(name, values) }
    if name == "script", values["type"]?.lowercased() == "application/ld+json" { script = [] }
    breakLine(name)
    guard !Self.void.contains(name), stack.count < Self.deepest else { return }
    let isHidden = Self.invisible.contains(name) || values["hidden"] != nil || Self.isUnseen(values)
    if isHidden { hidden += 1 }
    let element = MarkupElement(name: name, words: Self.words(values))
    stack.append((element, isHidden))
  }

  func end(_ name: String, _ offset: Int) {
    last = max(last, offset)
    breakLine(name)
    if name == "script", let json = script {
      head.add(json: json)
      script = nil
    }
    guard let index = stack.lastIndex(where: { $0.element.name == name }) else { return }
    for dropped in stack[index...] where dropped.isHidden { hidden -= 1 }
    stack.removeSubrange(index...)
  }

  func text(_ text: [UInt8], _ offset: Int) {
    let window = max(last, done)..<max(offset, max(last, done))
    last = max(last, offset)
    if script != nil { script?.append(contentsOf: text) }
    guard hidden == 0, window.upperBound <= page.count else { return }
    let start = offset - text.count
    if start >= done, start >= 0, page[start..<offset].elementsEqual(text) {
      verbatim(start..<offset)
    } else {
      let entity = page[window].lastIndex(of: UInt8(ascii: "&")) ?? window.lowerBound
      replaced(max(entity, done)..<offset, text)
    }
  }

  // MARK: Text

  /// A block begins or ends: what follows stands on a line of its own; cells stand apart by tabs.
  private func breakLine(_ name: String) {
    if Self.inline.contains(name) { return }
    if name == "td" || name == "th" {
      separator = separator ?? UInt8(ascii: "\t")
    } else {
      separator = UInt8(ascii: "\n")
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

  /// Takes text over as it stands; a run of white space becomes one space.
  private func verbatim(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      var end = offset
      if Self.isSpace(page[offset]) {
        while end < range.upperBound, Self.isSpace(page[end]) { end += 1 }
        if !endsWithSpace, separator == nil {
          emit(page[offset] == 0x20 && end == offset + 1 ? nil : [0x20], offset..<end)
          endsWithSpace = true
        }
      } else {
        while end < range.upperBound, !Self.isSpace(page[end]) { end += 1 }
        emit(nil, offset..<end)
        endsWithSpace = false
      }
      offset = end
    }
  }

  /// Takes text that the page spells otherwise, such as an entity.
  private func replaced(_ range: Range<Int>, _ text: [UInt8]) {
    let isBlank = text.allSatisfy(Self.isSpace)
    if isBlank, endsWithSpace || separator != nil { return }
    emit(isBlank ? [0x20] : text, range)
    endsWithSpace = isBlank
  }

  /// Puts a part of the page into the text; nil takes it over as it stands.
  private func emit(_ replacement: [UInt8]?, _ range: Range<Int>) {
    let gap: [UInt8] = separator.map { length == 0 ? [] : [$0] } ?? []
    if done < range.lowerBound || !gap.isEmpty {
      edits.append(Edit(done, range.lowerBound, gap, rule: "html"))
    }
    length += gap.count
    separator = nil
    let start = length
    if let replacement {
      edits.append(Edit(range.lowerBound, range.upperBound, replacement, rule: "html"))
      length += replacement.count
    } else {
      length += range.count
    }
    done = range.upperBound
    record(TextSpan(start, length))
  }

  private func record(_ span: TextSpan) {
    let path = stack.map(\.element)
    if let last = runs.last, last.span.end == span.start, last.path == path {
      runs[runs.count - 1] = MarkupRun(span: TextSpan(last.span.start, span.end), path: path)
    } else {
      runs.append(MarkupRun(span: span, path: path))
    }
  }

  func finish() -> HTMLExtractor.Result {
    if done < page.count { edits.append(Edit(done, page.count, [], rule: "html")) }
    var markup = Markup()
    markup.runs = runs
    markup.head = head.metadata
    return .init(edits: EditList(edits), markup: markup)
  }

  // MARK: Attributes

  private static func values(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    guard var cursor = attributes else { return [:] }
    var values: [String: String] = [:]
    while let name = cursor.pointee {
      values[String(cString: name)] =
        cursor.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
      cursor = cursor.advanced(by: 2)
    }
    return values
  }

  private static func isUnseen(_ values: [String: String]) -> Bool {
    let style = values["style"]?.lowercased().filter { $0 != " " } ?? ""
    return style.contains("display:none") || style.contains("visibility:hidden")
      || values["aria-hidden"] == "true"
  }

  /// The words of the attributes that name what an element is for.
  private static func words(_ values: [String: String]) -> [String] {
    ["class", "id", "role", "itemprop", "data-campaign"].compactMap { values[$0] }
      .flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map { $0.lowercased() }
  }
}
