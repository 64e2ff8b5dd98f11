import TextModel

/// A page saved with the headers of the HTTP answer before it, as `curl -i` writes it.
enum HTTPEnvelope {
  /// The envelope of a document; nil when it does not begin with a status line and headers.
  static func open(_ source: [UInt8]) -> Envelope? {
    guard source.starts(with: "HTTP/".utf8) else { return nil }
    var start = 0
    var last: HeaderBlock?
    // An answer that sends the reader on stands before the one that holds the page.
    while start < source.count, source[start...].starts(with: "HTTP/".utf8),
      let line = source[start...].prefix(1024).firstIndex(of: 0x0A),
      let block = HeaderBlock(source, in: (line + 1)..<source.count), block.end > line + 1
    {
      last = block
      start = block.end
    }
    guard let headers = last else { return nil }
    var envelope = Envelope(
      edits: EditList([Edit(0, start, [], rule: "http-headers")]), rule: "http-headers")
    if let charset = headers.parameter("charset", of: "content-type") {
      envelope.declared = DeclaredEncoding(
        label: charset.value, byte: charset.byte, by: "header")
    }
    switch headers.kind("content-type") {
    case "text/html", "application/xhtml+xml": envelope.kind = .page
    case "text/markdown": envelope.kind = .markdown
    default: break
    }
    return envelope
  }
}
