public import TextModel
import Vietnamese

/// What the page reader knows of page furniture: cue phrases, stamps, outlets and agencies, as data.
public struct StructureCues: Sendable {
  /// A phrase that speaks for a role.
  struct Cue: Sendable {
    enum Match: String { case line, prefix, suffix, inside }
    /// What stands below a line: links to other articles, comments, tags; or the end of a poll.
    enum Box: String { case links, comments, tags, poll }

    let text: String
    /// The text in bytes.
    let bytes: [UInt8]
    /// Whether a word must end where the text ends.
    let endsInWord: Bool
    let match: Match
    let role: BlockRole
    let weight: Double
    /// Whether nothing of the article follows it.
    let endsArticle: Bool
    /// The most words a line may have for the cue to count.
    let limit: Int
    let reason: String
    /// The box that the line heads.
    let opens: Box?

    /// Too weak to say what a line is.
    var isHint: Bool { weight < 4 }
    /// A label before the author of a story: `bài và ảnh:`.
    var isByline: Bool { role == .credit && match == .prefix && weight >= 6 }
    /// Names the source of a picture.
    var creditsPhoto: Bool { role == .caption && !isHint }
  }

  private var lines: [String: Cue] = [:]
  private let index: CueIndex
  /// Hashes of the first words of phrases that fill a line.
  private let openings: Set<UInt64>
  /// The same of beginnings of controls.
  private let leadOpenings: Set<UInt64>
  private let stamps: [String: BlockRole]
  private let gluedWords: Set<String>
  private let creditWords: Set<String>
  private let dateWords: Set<String>
  /// Words that tell or argue, which captions hardly have: `đã`, `theo`.
  private let tellingWords: Set<String>
  /// Words before the source of a story: `theo`.
  private let sourceWords: Set<String>
  private let brands: Set<String>
  /// Beginnings of controls: `trở lại`, `về trang`.
  private let leads: Set<String>
  /// Words that stand beside the name of the site: `báo`, `theo dõi`.
  let outletWords: Set<String>
  /// What markup says.
  let markup: MarkupCues
  /// What speaks for a cut of a line.
  let joints: JointModel
  /// The phrases that fill lines, by their hash.
  let phrases: KnownPhrases
  /// Names of papers, sites and agencies by their folded form.
  let outlets: [String: Outlet]

  /// Every form of every name, the longest first.
  let outletForms: [(form: String, outlet: Outlet)]

  /// A paper, site or agency.
  struct Outlet: Sendable {
    let name: String
    let isAgency: Bool
  }

  /// Reads the tables; the heads of Data/structure-cues.tsv, Data/outlets.tsv and
  /// Data/joint-weights.tsv explain them.
  public init(cues: DataTable, outlets: DataTable, markup: DataTable, joints: DataTable) {
    self.markup = MarkupCues(markup)
    self.joints = JointModel(joints)
    var stamps: [String: BlockRole] = [:]
    var glued: Set<String> = []
    var credits: Set<String> = []
    var dates: Set<String> = []
    var sources: Set<String> = []
    var telling: Set<String> = []
    var besides: Set<String> = []
    var brands: Set<String> = []
    var others: [Cue] = []
    for row in cues.rows {
      let text = Piece.fold(row["cue"].replacing("#", with: "0"))
      switch row["match"] {
      case "stamp": Self.addStamp(text, BlockRole(rawValue: row["role"]) ?? .credit, to: &stamps)
      case "glued": glued.insert(text)
      case "credit-word": credits.insert(text)
      case "date-word": dates.insert(text)
      case "source-word": sources.insert(text)
      case "telling-word": telling.insert(text)
      case "brand": brands.insert(text)
      case "outlet-word": besides.insert(text)
      default:
        guard let match = Cue.Match(rawValue: row["match"]),
          let role = BlockRole(rawValue: row["role"])
        else { continue }
        let cue = Cue(
          text: text, bytes: Array(text.utf8),
          endsInWord: text.unicodeScalars.last.map { Letters.isWord($0.value) } ?? false,
          match: match, role: role, weight: Double(row["weight"]) ?? 0,
          endsArticle: row["end"] == "yes", limit: Int(row["limit"]) ?? .max, reason: row["reason"],
          opens: Cue.Box(rawValue: row["opens"]))
        if match == .line { lines[text] = cue } else { others.append(cue) }
      }
    }
    var names: [String: Outlet] = [:]
    for row in outlets.rows {
      let outlet = Outlet(name: row["name"], isAgency: row["kind"] == "agency")
      for form in [row["name"]] + row["forms"].split(separator: "|").map(String.init) {
        names[Piece.fold(form)] = outlet
        if !outlet.isAgency || row["stamp"] == "yes" {
          Self.addStamp(Piece.fold(form), .credit, to: &stamps)
        }
      }
    }
    self.stamps = stamps
    self.gluedWords = glued
    self.creditWords = credits
    self.dateWords = dates
    self.sourceWords = sources
    tellingWords = telling
    self.brands = brands
    self.outletWords = besides
    self.outlets = names
    outletForms = names.map { (form: $0.key, outlet: $0.value) }
      .sorted { ($1.form.count, $0.form) < ($0.form.count, $1.form) }
    index = CueIndex(others)
    phrases = KnownPhrases(
      lines.sorted { $0.key < $1.key }.map { (text: $0.key, role: $0.value.role) })
    let leads = Set(others.filter { $0.match == .prefix && $0.role == .widget }.map(\.text))
    self.leads = leads
    leadOpenings = Set(leads.map { Self.opening(Array($0.utf8)[...]) })
    openings = Set(
      (lines.keys.sorted() + leads.sorted()).flatMap { Self.openings(of: Array($0.utf8)) })
  }

  private static func addStamp(
    _ text: String, _ role: BlockRole, to stamps: inout [String: BlockRole]
  ) {
    for form in [text, "(\(text))"] where stamps[form] == nil { stamps[form] = role }
  }

  /// The cues that a line shows, best first.
  func matching(_ folded: String, words: Int) -> [Cue] {
    let bytes = Array(folded.utf8)
    let line = lines[folded] ?? lines[folded.trimmingMarks()]
    let found = line.map { [$0] } ?? []
    let others = Self.uncovered(index.matching(bytes, words: words))
    let place = others.firstIndex { $0.weight <= (found.first?.weight ?? 0) } ?? others.count
    return others[..<place] + found + others[place...]
  }

  /// Without beginnings that a longer beginning of a sentence holds: `bình luận về` is no `bình luận`.
  private static func uncovered(_ cues: [Cue]) -> [Cue] {
    let sentences = cues.filter { $0.role == .body && $0.match == .prefix }
    if sentences.isEmpty { return cues }
    return cues.filter { cue in
      cue.match != .prefix || cue.role == .body
        || !sentences.contains {
          $0.bytes.count > cue.bytes.count && $0.bytes.starts(with: cue.bytes)
        }
    }
  }

  /// The strongest beginning that a folded text has, be it only a hint.
  func beginning(_ folded: ArraySlice<UInt8>) -> Cue? { index.beginning(folded) }

  /// The role of a stamp such as `tto -` (credit) or `hà nội -` (dateline), dash included; nil for
  /// other text.
  func stampRole(_ folded: String) -> BlockRole? { stamps[folded.trimmingStampDash()] }

  /// Whether a phrase that fills a line may begin with a word or mark of the page.
  func mayOpen(_ word: ArraySlice<UInt8>) -> Bool { openings.contains(Self.opening(word)) }

  /// The opening of a phrase; of plain Latin words every part too, since brands have inner capitals.
  private static func openings(of phrase: [UInt8]) -> [UInt64] {
    let letters = phrase.prefix { $0 >= 0x61 && $0 <= 0x7A }
    return letters.indices.dropFirst().map { opening(phrase[..<$0]) } + [opening(phrase[...])]
  }

  /// A hash of the letters that a text begins with, in lower case; 0 when it begins with none.
  private static func opening(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    var offset = text.startIndex
    while offset < text.endIndex {
      let (scalar, length) = text.scalar(at: offset)
      guard Letters.isWord(scalar) else { break }
      hash = (hash ^ UInt64(Letters.lower(scalar)) ^ 0xcbf2_9ce4_8422_2325) &* 0x100_0000_01b3
      offset += length
    }
    return hash
  }

  /// Whether all of a text is a control of the page or the name of a section.
  func isPhrase(_ folded: String, sections: Bool) -> Bool {
    if let cue = lines[folded] ?? lines[folded.trimmingMarks()] {
      return cue.role == .widget || (sections && cue.role == .section)
    }
    guard leadOpenings.contains(Self.opening(Array(folded.utf8)[...])) else { return false }
    guard let space = folded.indices.last(where: { folded[$0] == " " && isLead(folded[..<$0]) })
    else { return false }
    return lines[String(folded[space...]).trimmingMarks()] != nil
  }

  /// The control or heading that a text is, if it is one.
  func control(_ folded: String) -> Cue? {
    lines[folded].flatMap { $0.role == .widget ? $0 : nil }
  }

  private func isLead(_ text: Substring) -> Bool { leads.contains(String(text)) }

  /// Whether a byline names staff, such as `pv`, and nobody.
  func isStaff(_ folded: String) -> Bool { lines[folded]?.role == .credit }

  /// Whether a text is a label over tags, such as `từ khóa:`.
  func isTagLabel(_ folded: String) -> Bool {
    matching(folded, words: 4).contains { $0.opens == .tags }
  }

  func isSection(_ folded: String) -> Bool { lines[folded]?.role == .section }
  func isDateWord(_ word: ArraySlice<UInt8>) -> Bool { contains(dateWords, word) }
  /// The length of a label such as `bởi` or `bài và ảnh` before a name; 0 when there is none.
  func bylineLabel(_ folded: String) -> Int {
    let labels = matching(folded, words: 4).filter(\.isByline)
    return labels.map { $0.text.count + 1 }.filter { $0 < folded.count }.max() ?? 0
  }

  /// Whether a credit begins with a word such as `nguồn` and its colon.
  func isSourceLabel(_ folded: String) -> Bool {
    guard let colon = folded.firstIndex(of: ":") else { return false }
    return sourceWords.contains(String(folded[..<colon]))
  }

  func isTellingWord(_ word: ArraySlice<UInt8>) -> Bool { contains(tellingWords, word) }
  func isSourceWord(_ word: ArraySlice<UInt8>) -> Bool { contains(sourceWords, word) }
  func isBrand(_ word: ArraySlice<UInt8>) -> Bool { contains(brands, word) }
  /// Whether a word is the name of a brand or an outlet.
  func isName(_ word: ArraySlice<UInt8>) -> Bool {
    let folded = Piece.fold(String(decoding: word, as: UTF8.self))
    return brands.contains(folded) || outlets[folded] != nil
  }
  func isGluedWord(_ word: ArraySlice<UInt8>) -> Bool { contains(gluedWords, word) }
  func isCreditWord(_ word: ArraySlice<UInt8>) -> Bool { contains(creditWords, word) }

  private func contains(_ set: Set<String>, _ word: ArraySlice<UInt8>) -> Bool {
    set.contains(Piece.fold(String(decoding: word, as: UTF8.self)))
  }
}

extension [UInt8] {
  /// Whether a phrase stands somewhere in the text. Complexity: linear in the text for short phrases.
  func holds(_ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, count >= phrase.count else { return false }
    for start in 0...(count - phrase.count) where self[start] == first {
      if self[start..<(start + phrase.count)].elementsEqual(phrase) { return true }
    }
    return false
  }
}

extension String {
  /// Whether the bytes of a phrase stand somewhere in the text.
  func holds(_ phrase: String) -> Bool { Array(utf8).holds(Array(phrase.utf8)) }

  /// Punctuation and white space that say nothing at the edges of a line.
  private static let edgeMarks: Set<Character> = [
    " ", ".", ":", ",", ";", "!", "-", "–", "—", "|", "•", "*", "(", ")", "[", "]", ">", "<", "»",
    "/", "\"", "“", "”", "×",
  ]

  /// Without punctuation and white space at the edges.
  func trimmingMarks() -> String {
    var text = self[...]
    while let last = text.last, Self.edgeMarks.contains(last) { text.removeLast() }
    while let first = text.first, Self.edgeMarks.contains(first) { text.removeFirst() }
    return String(text)
  }

  func trimmingStampDash() -> String {
    var text = self[...]
    while let last = text.last, "-–— ".contains(last) { text.removeLast() }
    return String(text)
  }

  /// Whether the text begins with a phrase that ends at a word's end.
  func hasWordPrefix(_ phrase: String) -> Bool {
    guard hasPrefix(phrase) else { return false }
    guard let last = phrase.unicodeScalars.last, Letters.isWord(last.value) else { return true }
    let rest = unicodeScalars.dropFirst(phrase.unicodeScalars.count)
    return rest.first.map { !Letters.isWord($0.value) } ?? true
  }
}
