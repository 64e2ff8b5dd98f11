extension HTMLWriter {
  /// The quotations of an article with who says them; empty when it has none.
  func quotations(_ brief: Brief) -> String {
    if brief.quotations.isEmpty { return "" }
    let items = brief.quotations.map {
      """
      <li><blockquote lang="vi"><p>\(text($0.vi))</p></blockquote>
      <p class="trace">\(text($0.attribution))</p></li>
      """
    }
    return """
      <section class="quotations"><h2>Quotations</h2>
      <ul>\(items.joined(separator: "\n"))</ul></section>
      """
  }
}
