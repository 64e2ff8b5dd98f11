import TextModel

/// An encoding that songngu reads, and the names it goes by.
public struct EncodingName: Hashable, Sendable {
  /// The name that results show, such as `windows-1258`.
  public let name: String
  /// Other names, in small letters: what pages, mails and users call it.
  public let labels: [String]
  /// What it is, in a few words.
  public let summary: String

  /// The encodings, in the order of the reference.
  ///
  /// Source: WHATWG Encoding Standard, 4.2, for the labels of Unicode and Windows encodings.
  public static let all: [EncodingName] = [
    .init("UTF-8", ["utf8", "unicode-1-1-utf-8"], "Unicode; today's encoding"),
    .init("UTF-16LE", ["utf-16", "utf16", "unicode", "ucs-2"], "Unicode in pairs, low byte first"),
    .init("UTF-16BE", ["utf16be", "unicodefffe"], "Unicode in pairs, high byte first"),
    .init(
      "windows-1252", ["cp1252", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "x-ansi"],
      "Western European"),
    .init("windows-1258", ["cp1258", "x-cp1258"], "Vietnamese, Microsoft: letter, then tone"),
    .init(
      "TCVN3", ["abc", "tcvn", "tcvn-3", "tcvn5712", "tcvn5712-1", "x-viet-tcvn5712"],
      "Vietnamese, ABC fonts; capitals with tones are lacking"),
    .init("VNI", ["vni-win", "x-viet-vni"], "Vietnamese, VNI fonts: letter, then mark"),
    .init("VISCII", ["csviscii", "viscii1.1-1", "x-viet-viscii"], "Vietnamese, RFC 1456"),
    .init("VPS", ["x-viet-vps", "vps-win"], "Vietnamese, VPS fonts"),
  ]

  private init(_ name: String, _ labels: [String], _ summary: String) {
    self.name = name
    self.labels = labels
    self.summary = summary
  }

  /// The name of the encoding that a label means; nil when songngu reads no such encoding.
  static func canonical(_ label: String) -> String? {
    let folded = label.lowercased()
    return all.first { $0.name.lowercased() == folded || $0.labels.contains(folded) }?.name
  }

  /// The name nearest to a wrong one, when it is near enough to be meant.
  static func nearest(to label: String) -> String? {
    let folded = label.lowercased()
    let names = all.flatMap { [$0.name.lowercased()] + $0.labels }
    let best = names.min {
      EditDistance.between($0, folded) < EditDistance.between($1, folded)
    }
    guard let best, EditDistance.between(best, folded) <= 2 else { return nil }
    return canonical(best)
  }
}
