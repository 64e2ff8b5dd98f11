import TextModel
import Vietnamese

/// Reads from a page's text what it says of itself.
struct MetadataReader {
  let text: NormalizedText
  let blocks: [Block]
  let cues: StructureCues
  let table: SyllableTable

  /// What the page shows, completed by what its head says; the head's time is the more precise.
  func read(head: ArticleMetadata) -> ArticleMetadata {
    var metadata = visible()
    metadata.headline = metadata.headline ?? head.headline
    metadata.section = metadata.section ?? head.section
    metadata.published = head.published ?? metadata.published
    metadata.author = metadata.author ?? head.author
    let host = head.url.flatMap(Self.host)
    metadata.outlet =
      known(head.outlet) ?? known(host) ?? head.outlet ?? metadata.outlet ?? beside() ?? host
    metadata.url = head.url
    return metadata
  }

  private func visible() -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.headline = first(.headline)
    metadata.section = section()
    metadata.published = published()
    var bylines = Bylines(cues: cues, table: table)
    for block in blocks where block.role == .credit {
      bylines.read(text.string(block.span), isStamp: isStamp(block))
    }
    metadata.author = bylines.author
    metadata.agency = bylines.agency
    metadata.outlet = bylines.outlet
    metadata.place = place()
    return metadata
  }

  private func isStamp(_ block: Block) -> Bool {
    block.reason.hasPrefix(RoleScorer.stampReason)
  }

  private func first(_ role: BlockRole) -> String? {
    blocks.first { $0.role == role }.map { text.string($0.span) }
  }

  /// The first known name of a section; else the first line in a section's place.
  private func section() -> String? {
    let names = blocks.filter { $0.role == .section }.map { text.string($0.span) }
    return names.first { cues.isSection(Piece.fold($0)) } ?? names.first
  }

  /// The first date line with a time; else the first with a date; else a date above the lede.
  private func published() -> String? {
    let end = blocks.firstIndex { $0.role == .lede || $0.role == .body } ?? blocks.count
    let lines = blocks.filter { $0.role == .dateline } + blocks[..<end]
    let dates = lines.prefix(200).compactMap { PageDate.parse(text.string($0.span)) }
    return dates.first { $0.count > 10 } ?? dates.first
  }

  /// The place of a stamp before the first sentence.
  private func place() -> String? {
    for block in blocks where block.role == .dateline && isPlace(block) {
      let line = text.string(block.span).trimmingStampDash()
      if PageDate.parse(line) == nil, !line.isEmpty { return line.trimmingSpace() }
    }
    return nil
  }

  /// A stamp, or a place that the markup sets apart.
  private func isPlace(_ block: Block) -> Bool {
    isStamp(block) || block.reason.hasPrefix("place stamp")
  }

  // MARK: Outlets

  /// The name in the table of outlets, with or without `Báo` before it.
  private func known(_ name: String?) -> String? {
    guard let name else { return nil }
    let folded = Piece.fold(name)
    if let outlet = cues.outlets[folded] { return outlet.name }
    for word in cues.outletWords.sorted() where folded.hasWordPrefix(word) {
      let rest = String(folded.dropFirst(word.count)).trimmingSpace()
      if let outlet = cues.outlets[rest] { return outlet.name }
    }
    return nil
  }

  private static func host(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    var host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return host.isEmpty ? nil : String(host)
  }

  /// The outlet that furniture of the page names beside a word such as `Báo` or `©`.
  private func beside() -> String? {
    let widgets = blocks.filter { $0.role == .widget && $0.span.count < 200 }
    let names = cues.outletForms.filter { !$0.outlet.isAgency && $0.form.count >= 5 }
    for block in widgets.prefix(100) + widgets.suffix(100) {
      let line = " \(Piece.fold(text.string(block.span))) "
      guard cues.outletWords.contains(where: { line.holds($0) }) else { continue }
      if let found = names.first(where: { line.holds(" \($0.form) ") }) { return found.outlet.name }
    }
    return nil
  }
}

extension String {
  func trimmingSpace() -> String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.trimmed(0..<bytes.count).range], as: UTF8.self)
  }
}
