import Foundation
import HTMLShims
public import TextModel

/// Takes the visible text out of an HTML page: one line for each block, the markup kept beside it.
///
/// What it takes out and puts in is an edit list like any other, so every character of the text can be
/// traced to its bytes in the page. Scripts, styles and hidden elements are no text. libxml2 parses;
/// it fetches nothing and resolves no external entity.
public struct HTMLExtractor: Sendable {
  /// Makes an extractor.
  public init() {}

  /// The text of a page as edits, with its markup.
  public struct Result: Sendable {
    /// What turns the page into its text.
    public let edits: EditList
    /// The markup around the text.
    public let markup: Markup
    /// What was left unread of a hostile page, with offsets in the page.
    public var findings: [Finding] = []
  }

  /// Whether bytes are an HTML page: a doctype or tag of one stands near the start.
  public static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    guard head.contains("<") else { return false }
    return ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta "]
      .contains { head.contains($0) }
  }

  /// Extracts the text of a page in valid UTF-8. Complexity: linear.
  public func extract(_ page: [UInt8]) -> Result {
    let guarded = PageGuard(page)
    let page = guarded.page
    let scan = PageScan(page)
    let pointer = Unmanaged.passUnretained(scan).toOpaque()
    var receiver = songngu_html_receiver(
      start: { context, name, attributes, offset in
        PageScan.from(context)?.start(String(cString: name), attributes, Int(offset))
      },
      end: { context, name, offset in
        PageScan.from(context)?.end(String(cString: name), Int(offset))
      },
      text: { context, text, length, offset in
        let bytes = UnsafeBufferPointer(start: text, count: Int(length))
        PageScan.from(context)?.text(Array(bytes), Int(offset))
      })
    _ = withExtendedLifetime(scan) {
      songngu_parse_html(page, Int32(page.count), pointer, &receiver)
    }
    var result = scan.finish()
    result.findings = guarded.findings + (scan.tooDeep.map { [PageGuard.nesting($0)] } ?? [])
    return result
  }
}
