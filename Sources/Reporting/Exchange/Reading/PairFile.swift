import Terminology
public import TextModel

/// A sentence pair of a file that came back from a translator.
public struct ReadPair: Hashable, Sendable {
  /// Whether a person approved the English.
  public enum Verdict: Hashable, Sendable {
    /// The file says so.
    case approved
    /// The file says that nobody has yet.
    case waiting
    /// The file does not say.
    case open
  }

  /// The name of the sentence in the file, such as `s3` or `row 12`.
  public let name: String
  /// The Vietnamese.
  public let vi: String
  /// The English.
  public let en: String
  /// The line in the file, counted from 1; nil where a line means nothing.
  public let line: Int?
  /// What the file says of approval.
  public let verdict: Verdict
  /// Where the pair came from, when the file tells; empty else.
  public let origin: String
  /// The day of approval, when the file tells; empty else.
  public let date: String
  /// A note in the file.
  public let note: String

  /// Makes a pair.
  public init(
    name: String, vi: String, en: String, line: Int?, verdict: Verdict, origin: String = "",
    date: String = "", note: String = ""
  ) {
    self.name = name
    self.vi = MemoryUnit.plain(vi)
    self.en = MemoryUnit.plain(en)
    self.line = line
    self.verdict = verdict
    self.origin = origin
    self.date = date
    self.note = note
  }
}

/// What a file holds.
public struct ReadPairs: Sendable {
  /// The pairs, in the order of the file.
  public internal(set) var pairs: [ReadPair] = []
  /// What is wrong with the file; an error means that nothing was read.
  public internal(set) var findings: [Finding] = []
  /// Whether songngu wrote the file as a memory, so that nothing is lost when it is written again.
  public internal(set) var isOurs = false

  /// Takes what was read.
  public init(pairs: [ReadPair] = [], findings: [Finding] = []) {
    self.pairs = pairs
    self.findings = findings
  }
}

/// A form that sentence pairs come back in. One form is one file.
///
/// Law: what our writer of the form wrote comes back pair by pair.
protocol PairReader: Sendable {
  /// The endings of its files.
  static var endings: [String] { get }
  /// Reads a file; a broken part gives a finding with its line and the rest is read.
  static func read(_ bytes: [UInt8], file: String) -> ReadPairs
}

/// Reads files of sentence pairs.
public enum PairFiles {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 64 << 20
  /// The longest sentence that is taken, in bytes.
  static let textLimit = 20_000

  private static let readers: [any PairReader.Type] = [
    TMXReader.self, XLIFFReader.self, DOCXReader.self, TableReader.self,
  ]

  /// The endings of files that can be read.
  public static let endings = readers.flatMap { $0.endings }

  /// Reads a file by its ending.
  public static func read(_ bytes: [UInt8], file: String) -> ReadPairs {
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let reader = readers.first(where: { $0.endings.contains(ending) }) else {
      return failure(
        file, "unknown-form", "no form of sentence pairs has files that end so",
        fix: "give a file that ends in .\(endings.joined(separator: ", ."))")
    }
    if bytes.count > sizeLimit {
      return failure(
        file, "too-large", "the file has \(bytes.count) bytes, more than \(sizeLimit)",
        fix: "split it")
    }
    return sound(reader.read(bytes, file: file), file)
  }

  /// Without the pairs that lack a side, are too long or hold control characters.
  private static func sound(_ read: ReadPairs, _ file: String) -> ReadPairs {
    var result = ReadPairs(findings: read.findings)
    result.isOurs = read.isOurs
    for pair in read.pairs {
      if pair.vi.isEmpty || pair.en.isEmpty {
        let side = pair.vi.isEmpty ? "Vietnamese" : "English"
        result.findings.append(
          finding(.note, file, pair, "empty-side", "\(pair.name) has no \(side) and is left out"))
      } else if max(pair.vi.utf8.count, pair.en.utf8.count) > textLimit {
        result.findings.append(
          finding(
            .warning, file, pair, "too-long",
            "\(pair.name) has more than \(textLimit) bytes and is left out"))
      } else if pair.vi != Escaping.visible(pair.vi) || pair.en != Escaping.visible(pair.en) {
        result.findings.append(
          finding(
            .warning, file, pair, "control-character",
            "\(pair.name) holds control or direction characters and is left out"))
      } else {
        result.pairs.append(pair)
      }
    }
    return result
  }

  private static func finding(
    _ severity: Finding.Severity, _ file: String, _ pair: ReadPair, _ code: String,
    _ message: String
  ) -> Finding {
    Finding(severity, code, message, at: .init(file: file, line: pair.line))
  }

  /// A file of which nothing was read.
  static func failure(
    _ file: String, line: Int? = nil, _ code: String, _ message: String, fix: String? = nil
  ) -> ReadPairs {
    ReadPairs(
      findings: [Finding(.error, code, message, at: .init(file: file, line: line), fix: fix)])
  }

  /// The root of an XML file with one of some names.
  static func root(
    _ bytes: [UInt8], file: String, named names: [String]
  ) -> Result<XMLElement, FileRefused> {
    do throws(XMLProblem) {
      let root = try XMLElement(parsing: bytes)
      guard names.contains(root.name) else {
        return .failure(
          FileRefused(
            failure(
              file, line: root.line, "wrong-root",
              "the file begins with <\(root.name)>, not <\(names.joined(separator: "> or <"))>")))
      }
      return .success(root)
    } catch {
      return .failure(
        FileRefused(
          failure(
            file, line: error.line, "broken-xml", error.message,
            fix: "save the file again, without entities")))
    }
  }
}

/// A file that was not read, with the reason.
struct FileRefused: Error {
  let result: ReadPairs

  init(_ result: ReadPairs) { self.result = result }
}
