/// What a document is made of. It is found from the content; the name of a file only helps.
public enum InputKind: String, Hashable, Codable, Sendable, CaseIterable {
  /// Text without markup.
  case text
  /// An HTML page.
  case page
  /// Markdown.
  case markdown

  /// The kind of text in valid UTF-8.
  /// - Parameter name: the file's name: one that ends in `.md` or `.markdown` is believed. Default: none.
  public static func detect(_ bytes: [UInt8], name: String? = nil) -> InputKind {
    if HTMLExtractor.isPage(bytes) { return .page }
    let ending = name?.split(separator: ".").last?.lowercased()
    if ending == "md" || ending == "markdown" { return .markdown }
    return MarkdownSigns.areIn(bytes) ? .markdown : .text
  }
}
