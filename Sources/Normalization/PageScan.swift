import Foundation
import TextModel

/// Receives the events of a page and builds its text. One for each page, on one thread.
final class PageScan {
  private var builder: TextBuilder
  private var stack: [(element: MarkupElement, isHidden: Bool)] = []
  /// The elements open now; shared by the runs inside them.
  private var path: [MarkupElement] = []
  /// How many elements are open beyond those remembered.
  private var overflow = 0
  /// Where the nesting first went beyond what is remembered.
  private(set) var tooDeep: Int?
  private var head = PageHead()
  /// Where the parser stood after the last event.
  private var last = 0
  private var hidden = 0
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
  private static let deepest = 256

  init(_ page: [UInt8]) { builder = TextBuilder(page, rule: "html") }

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
    guard !Self.void.contains(name) else { return }
    guard stack.count < Self.deepest else {
      overflow += 1
      tooDeep = tooDeep ?? offset
      return
    }
    let isHidden = Self.invisible.contains(name) || values["hidden"] != nil || Self.isUnseen(values)
    if isHidden { hidden += 1 }
    let element = MarkupElement(name: name, words: Self.words(values))
    stack.append((element, isHidden))
    path.append(element)
  }

  func end(_ name: String, _ offset: Int) {
    last = max(last, offset)
    breakLine(name)
    if name == "script", let json = script {
      head.add(json: json)
      script = nil
    }
    if overflow > 0, !Self.void.contains(name) {
      overflow -= 1
      return
    }
    guard let index = stack.lastIndex(where: { $0.element.name == name }) else { return }
    for dropped in stack[index...] where dropped.isHidden { hidden -= 1 }
    stack.removeSubrange(index...)
    path.removeSubrange(index...)
  }

  func text(_ text: [UInt8], _ offset: Int) {
    let window = max(last, builder.done)..<max(offset, max(last, builder.done))
    last = max(last, offset)
    if script != nil { script?.append(contentsOf: text) }
    guard hidden == 0, window.upperBound <= builder.page.count else { return }
    let start = offset - text.count
    if start >= builder.done, start >= 0, builder.page[start..<offset].elementsEqual(text) {
      builder.verbatim(start..<offset, in: path)
    } else {
      let entity = builder.page[window].lastIndex(of: UInt8(ascii: "&")) ?? window.lowerBound
      builder.replaced(max(entity, builder.done)..<offset, by: text, in: path)
    }
  }

  // MARK: Text

  /// A block begins or ends: what follows stands on a line of its own; cells stand apart by tabs.
  private func breakLine(_ name: String) {
    if Self.inline.contains(name) { return }
    builder.breakLine(cell: name == "td" || name == "th")
  }

  func finish() -> HTMLExtractor.Result {
    let (edits, runs) = builder.finish()
    var markup = Markup()
    markup.runs = runs
    markup.head = head.metadata
    return .init(edits: edits, markup: markup)
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
