import TextModel

/// A mail, or a web page saved as MHTML: finds the part that holds the article.
///
/// Of `multipart/alternative` the last form that can be read is taken, which is the richest; of other
/// groups the first. Attachments are named, not read. Source: RFC 2045, RFC 2046, RFC 2557.
struct MailEnvelope {
  private let source: [UInt8]
  private let read: ([UInt8], String) -> String
  /// The kinds of the parts passed over.
  private var left: [String] = []
  private var findings: [Finding] = []
  private var parts = 0

  /// How deep parts may stand in each other, and how many there may be.
  private static let deepest = 16
  private static let most = 10_000
  /// Headers that show a mail; two of them must stand in the first block.
  private static let known: Set<String> = [
    "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received",
    "return-path", "delivered-to", "reply-to", "content-transfer-encoding",
  ]

  /// The part that was chosen.
  private struct Part {
    let headers: HeaderBlock
    let body: Range<Int>
    /// The headers of the message that it stands in.
    let message: HeaderBlock
  }

  /// The envelope of a document; nil when it does not begin with the headers of a mail.
  /// - Parameter read: gives the text of bytes in a charset.
  static func open(
    _ source: [UInt8], read: @escaping ([UInt8], String) -> String
  ) throws(DecodingError) -> Envelope? {
    guard looksLikeMail(source), let headers = HeaderBlock(source, in: 0..<source.count),
      Set(headers.fields.map(\.name)).intersection(known).count >= 2
    else { return nil }
    var mail = MailEnvelope(source: source, read: read)
    let body = headers.end..<source.count
    guard let part = mail.part(headers, body, message: headers, depth: 0) else {
      throw .noText(left: mail.left)
    }
    return mail.envelope(part)
  }

  private init(source: [UInt8], read: @escaping ([UInt8], String) -> String) {
    self.source = source
    self.read = read
  }

  /// A cheap look: the first line is a header of ASCII letters.
  private static func looksLikeMail(_ source: [UInt8]) -> Bool {
    let name = source.prefix(64).prefix { $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.count < 64
      && name.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == UInt8(ascii: "-") }
  }

  // MARK: Choosing

  private mutating func part(
    _ headers: HeaderBlock, _ body: Range<Int>, message: HeaderBlock, depth: Int
  ) -> Part? {
    let named = headers.kind("content-type")
    let kind = named.isEmpty ? "text/plain" : named
    if depth > Self.deepest || parts > Self.most {
      limit(body.lowerBound)
      return nil
    }
    if kind.hasPrefix("multipart/") {
      guard let boundary = headers.parameter("boundary", of: "content-type")?.value,
        !boundary.isEmpty
      else { return Part(headers: headers, body: body, message: message) }
      return choose(
        ranges(of: body, boundary: boundary), isAlternative: kind == "multipart/alternative",
        message, depth)
    }
    if kind == "message/rfc822", let inner = HeaderBlock(source, in: body) {
      return part(inner, inner.end..<body.upperBound, message: inner, depth: depth + 1)
    }
    let isAttached = headers.kind("content-disposition") == "attachment"
    if kind == "text/html" || kind == "text/plain" || kind == "text/markdown", !isAttached {
      return Part(headers: headers, body: body, message: message)
    }
    left.append(kind)
    return nil
  }

  private mutating func choose(
    _ ranges: [Range<Int>], isAlternative: Bool, _ message: HeaderBlock, _ depth: Int
  ) -> Part? {
    var chosen: Part?
    for range in isAlternative ? ranges.reversed() : ranges {
      parts += 1
      guard let headers = HeaderBlock(source, in: range) else { continue }
      if chosen != nil {
        if !isAlternative { left.append(headers.kind("content-type")) }
        continue
      }
      chosen = part(headers, headers.end..<range.upperBound, message: message, depth: depth + 1)
    }
    return chosen
  }

  /// The parts between the boundary lines of a group.
  private func ranges(of body: Range<Int>, boundary: String) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var ranges: [Range<Int>] = []
    var start: Int?
    var line = body.lowerBound
    while line < body.upperBound {
      let stop = source[line..<body.upperBound].firstIndex(of: 0x0A) ?? body.upperBound
      if source[line] == UInt8(ascii: "-"), source[line..<stop].starts(with: mark) {
        let rest = source[(line + mark.count)..<stop].filter { $0 > 0x20 }
        if rest.isEmpty || rest == Array("--".utf8) {
          if let start { ranges.append(start..<max(start, lineEnd(before: line))) }
          start = rest.isEmpty ? min(stop + 1, body.upperBound) : nil
        }
      }
      line = stop + 1
    }
    if let start, start < body.upperBound { ranges.append(start..<body.upperBound) }
    return ranges
  }

  /// The line end before a boundary belongs to it.
  private func lineEnd(before line: Int) -> Int {
    guard line > 0, source[line - 1] == 0x0A else { return line }
    return line > 1 && source[line - 2] == 0x0D ? line - 2 : line - 1
  }

  private mutating func limit(_ byte: Int) {
    guard !findings.contains(where: { $0.code == "mail-limit" }) else { return }
    findings.append(
      Finding(
        .warning, "mail-limit",
        "the parts of the mail stand in each other too deep or are too many",
        at: .init(byte: byte), fix: "save the article from the mail as a file of its own"))
  }

  // MARK: Taking out

  private mutating func envelope(_ part: Part) -> Envelope {
    let name = part.headers.kind("content-transfer-encoding")
    let body = TransferEncoding.edits(name, source, in: part.body)
    findings += body.findings
    var edits = [Edit(0, part.body.lowerBound, [], rule: "mail")] + body.edits
    if body.edits.isEmpty, isFlowed(part) { edits += flow(part.body) }
    if part.body.upperBound < source.count {
      edits.append(Edit(part.body.upperBound, source.count, [], rule: "mail"))
    }
    if !left.isEmpty { findings.append(parts(left, part.body.lowerBound)) }
    var envelope = Envelope(edits: EditList(edits), rule: "mail", findings: findings)
    if let charset = part.headers.parameter("charset", of: "content-type") {
      envelope.declared = DeclaredEncoding(label: charset.value, byte: charset.byte, by: "mail")
    }
    let kinds: [String: InputKind] = ["text/html": .page, "text/markdown": .markdown]
    envelope.kind = kinds[part.headers.kind("content-type")] ?? .text
    envelope.head = head(part)
    return envelope
  }

  private func isFlowed(_ part: Part) -> Bool {
    part.headers.parameter("format", of: "content-type")?.value.lowercased() == "flowed"
  }

  /// RFC 3676: a line that ends with a space goes on in the next.
  private func flow(_ body: Range<Int>) -> [Edit] {
    body.compactMap { offset in
      guard source[offset] == 0x0A, offset > body.lowerBound else { return nil }
      let start = source[offset - 1] == 0x0D ? offset - 1 : offset
      guard start > body.lowerBound, source[start - 1] == 0x20,
        !source[..<start].suffix(4).elementsEqual("\n-- ".utf8)
      else { return nil }
      return Edit(start, offset + 1, [], rule: "mail")
    }
  }

  private func head(_ part: Part) -> ArticleMetadata {
    var head = ArticleMetadata()
    let subject = EncodedWords.decode(part.message.value("subject"), read: read)
    head.headline = subject.isEmpty ? nil : subject
    head.published = MailDate.iso(part.message.value("date"))
    let address = part.message.value("snapshot-content-location")
    let location = address.isEmpty ? part.headers.value("content-location") : address
    head.url = location.hasPrefix("http") ? location : nil
    return head
  }

  private func parts(_ left: [String], _ byte: Int) -> Finding {
    var kinds: [String] = []
    for kind in left where !kinds.contains(kind) && !kind.isEmpty { kinds.append(kind) }
    let listed = kinds.prefix(5).joined(separator: ", ")
    return Finding(
      .note, "mail-parts", "parts of the mail were not read (\(left.count)): \(listed)",
      at: .init(byte: byte), fix: "save what belongs to the article as a file of its own")
  }
}
