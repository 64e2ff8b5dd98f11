public import Annotation
import Crypto
import Foundation
import Segmentation
public import Terminology
public import TextModel
public import Vietnamese

/// The glossaries of a run, in order of priority.
///
/// Order: files the user names, in their order; titles, bodies, organizations, places and people; the
/// subject glossaries by name; CLDR; the general vocabulary. docs/reference/glossary-format.md says why.
public struct GlossarySet: Sendable {
  /// The glossaries, first wins.
  public let glossaries: [Glossary]
  /// SHA-256 over the names, kinds and bytes of all files, in order.
  public let digest: String
  /// Names of the glossaries of general words.
  let vocabulary: Set<String>
  /// The files, as they were read.
  public let files: [GlossarySource]
  private let layers: [String: Layer]

  /// Where a glossary stands in the order of priority.
  public enum Layer: String, Hashable, Codable, Sendable, CaseIterable {
    case user, names, subject, cldr, vocabulary
  }

  /// Files whose entries come before the subject glossaries, first to last.
  private static let first = ["titles", "government-bodies", "organizations", "places", "people"]

  /// What is wrong with rows of the files.
  public var findings: [Finding] { glossaries.flatMap(\.findings) }

  /// Reads the shipped folder and files named by the user.
  /// - Parameter replacing: files that take the place of the shipped ones with their names, or come
  ///   before all where there is none. Default: none.
  /// - Throws: `DataError` when a file or folder cannot be read.
  public init(folder: String?, files: [String] = [], replacing: [String] = []) throws {
    var edited = try replacing.map { try Self.read($0, .user) }
    var read = try files.map { try Self.read($0, .user) }
    let shipped = try folder.map(Self.paths) ?? []
    let opened = Concurrent.map(shipped) { path in Result { try Self.read(path, .subject) } }
    for (path, file) in zip(shipped, opened) {
      let kind = path.contains("/vocabulary/") ? GlossarySource.Kind.vocabulary : .subject
      let place = edited.firstIndex { Self.name($0.path) == Self.name(path) }
      let file = try place.map { edited.remove(at: $0) } ?? file.get()
      read.append(GlossarySource(path: file.path, kind: kind, bytes: file.bytes))
    }
    self.init(edited + read)
  }

  /// The glossaries of files read before, in the order they were named.
  public init(_ files: [GlossarySource]) {
    let ((digest, cldr), read) = Concurrent.both {
      (
        Self.digest(files),
        Glossary(name: "CLDR", entries: CLDRTerms.Kind.allCases.flatMap(CLDRTerms.entries))
      )
    } _: {
      Concurrent.map(files) { Glossary(name: Self.name($0.path), tsv: $0.bytes, file: $0.path) }
    }
    let load = { (kind: GlossarySource.Kind) in
      zip(files, read).filter { $0.0.kind == kind }.map(\.1)
    }
    let subject = load(.subject).sorted { (Self.rank($0), $0.name) < (Self.rank($1), $1.name) }
    let vocabulary = load(.vocabulary)
    let user = load(.user)
    glossaries = user + subject + [cldr] + vocabulary
    self.vocabulary = Set(vocabulary.map(\.name))
    var layers: [String: Layer] = ["CLDR": .cldr]
    for glossary in vocabulary { layers[glossary.name] = .vocabulary }
    for glossary in subject {
      layers[glossary.name] = Self.first.contains(glossary.name) ? .names : .subject
    }
    for glossary in user { layers[glossary.name] = .user }
    self.layers = layers
    self.files = files
    self.digest = digest
  }

  /// SHA-256 over names, kinds and bytes of files, in order.
  static func digest(_ files: [GlossarySource]) -> String {
    var hasher = SHA256()
    for file in files {
      hasher.update(data: Array("\(name(file.path)) \(file.kind) \(file.bytes.count)\n".utf8))
      hasher.update(data: file.bytes)
    }
    return Digest.hex(hasher.finalize())
  }

  /// Where a glossary stands in the order of priority; nil for a name that is none of these.
  public func layer(of glossary: String) -> Layer? { layers[glossary] }

  /// The layer of an annotation's origin such as `places:Nga=Russia`; nil for a rule.
  public func layer(ofOrigin origin: String) -> Layer? {
    origin.firstIndex(of: ":").flatMap { layers[String(origin[..<$0])] }
  }

  private static func rank(_ glossary: Glossary) -> Int {
    first.firstIndex(of: glossary.name) ?? first.count
  }

  private static func paths(in folder: String) throws -> [String] {
    // The walker does not follow a link that is itself the folder.
    let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard (try? FileManager.default.contentsOfDirectory(atPath: real)) != nil,
      let walker = FileManager.default.enumerator(atPath: real)
    else { throw DataError(path: folder, problem: "this folder of glossaries cannot be read") }
    return walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".tsv") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private static func read(_ path: String, _ kind: GlossarySource.Kind) throws -> GlossarySource {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(
        path: path, problem: "this glossary cannot be read; check the path and its rights")
    }
    let bytes = Array(data)
    guard (try? UTF8Span(validating: bytes.span)) != nil else {
      throw DataError(path: path, problem: "this glossary is not UTF-8; save it as UTF-8")
    }
    return GlossarySource(path: path, kind: kind, bytes: bytes)
  }

  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// The words that segmentation knows: all but CLDR, whose names are not the press's.
  func lexicon(_ tokenizer: Tokenizer) -> WordLexicon {
    let shipped = glossaries.filter { $0.name != "CLDR" }
    let count = shipped.reduce(0) { $0 + $1.entries.count }
    var lexicon = WordLexicon(capacity: count, tokenizer: tokenizer)
    for glossary in shipped {
      let entries = glossary.entries
      for head in entries.heads {
        let kind: Character =
          head.tag == .properName ? "p" : vocabulary.contains(glossary.name) ? "v" : "g"
        let english = Int(head.en.lowerBound)..<Int(head.en.upperBound)
        entries.forEachSpelling(of: head) { range in
          lexicon.insert(
            range, of: entries.bytes, kind: kind, band: Int(head.band), tag: head.tag.rawValue,
            english: english)
        }
      }
    }
    return lexicon
  }

  /// The index of all terms.
  public func index(_ table: SyllableTable) -> TermIndex {
    let regions = glossaries.first { $0.name == "CLDR" }.map { Array($0.entries) } ?? []
    return TermIndex(
      glossaries: glossaries, vocabulary: vocabulary,
      codes: CountryCodes(regions), tokenizer: Tokenizer(table))
  }
}
