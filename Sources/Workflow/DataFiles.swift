import Annotation
import Crypto
import Foundation
import Normalization
import Segmentation
import Summarization
import Terminology
import TextModel
import Translation
import Vietnamese

/// One data file of a module: weights, cues, word lists, the grammar.
public struct DataFile: Hashable, Codable, Sendable {
  /// The module it belongs to.
  public let module: String
  /// Its name without ending, such as `summary-weights`.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(module: String, name: String, bytes: [UInt8]) {
    self.module = module
    self.name = name
    self.bytes = bytes
  }

  /// Whether it holds weights that were fitted, not facts.
  public var holdsWeights: Bool { name.hasSuffix("weights") }
}

/// A data file or folder that cannot be read.
public struct DataError: Error, Sendable, CustomStringConvertible {
  /// The path.
  public let path: String
  /// What is wrong with it.
  public let problem: String

  /// One line: path and problem.
  public var description: String { "\(path): \(problem)" }
}

/// Where language data is read from: the files that ship with the modules, or others in their place.
///
/// It remembers what was read, so that a run can name it and be made again with the data of another.
public struct DataFiles: Sendable {
  /// What was read so far, in the order it was read.
  public private(set) var read: [DataFile] = []
  private let others: [String: [UInt8]]

  /// The shipped files.
  public init() { others = [:] }

  /// The files given, and the shipped ones where none is given.
  public init(_ files: [DataFile]) {
    others = Dictionary(files.map { ("\($0.module)/\($0.name)", $0.bytes) }) { first, _ in first }
  }

  /// The tables of a folder in place of the shipped ones with their names.
  /// - Throws: `DataError` when the folder cannot be read or a table in it is no data file of songngu.
  public init(folder: String) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw DataError(path: folder, problem: "this folder of data files cannot be read")
    }
    let shipped = try Self.shipped()
    var files: [DataFile] = []
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let stem = String(name.dropLast(".tsv".count))
      guard let module = shipped[stem] else {
        let known = shipped.keys.sorted().joined(separator: ", ")
        throw DataError(
          path: "\(folder)/\(name)",
          problem: "songngu has no data file of this name; it has \(known)")
      }
      files.append(
        DataFile(module: module, name: stem, bytes: try Self.bytes("\(folder)/\(name)")))
    }
    if files.isEmpty {
      throw DataError(path: folder, problem: "no data file (.tsv) stands in this folder")
    }
    self.init(files)
  }

  /// Reads a table of a module.
  /// - Throws: `DataError` when the file is missing from the installation.
  mutating func table(_ module: DataModule, _ name: String) throws -> DataTable {
    let file: DataFile
    if let bytes = others["\(module.rawValue)/\(name)"] {
      file = DataFile(module: module.rawValue, name: name, bytes: bytes)
    } else {
      let path = module.directory.appendingPathComponent("\(name).tsv").path
      guard let data = FileManager.default.contents(atPath: path) else {
        throw DataError(path: path, problem: "this data file is missing; install songngu again")
      }
      file = DataFile(module: module.rawValue, name: name, bytes: Array(data))
    }
    read.append(file)
    return DataTable(file.bytes)
  }

  /// The modules of the shipped files by their names.
  private static func shipped() throws -> [String: String] {
    var modules: [String: String] = [:]
    for module in DataModule.allCases {
      let path = module.directory.path
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw DataError(path: path, problem: "this folder is missing; install songngu again")
      }
      for name in names where name.hasSuffix(".tsv") {
        modules[String(name.dropLast(".tsv".count))] = module.rawValue
      }
    }
    return modules
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(path: path, problem: "this data file cannot be read; check its rights")
    }
    let bytes = Array(data)
    guard (try? UTF8Span(validating: bytes.span)) != nil else {
      throw DataError(path: path, problem: "this data file is not UTF-8; save it as UTF-8")
    }
    return bytes
  }
}

/// A module with data files.
enum DataModule: String, CaseIterable, Sendable {
  case vietnamese = "Vietnamese"
  case normalization = "Normalization"
  case segmentation = "Segmentation"
  case annotation = "Annotation"
  case translation = "Translation"
  case summarization = "Summarization"
  case terminology = "Terminology"

  /// The folder of its shipped files.
  var directory: URL {
    switch self {
    case .vietnamese: VietnameseResources.directory
    case .normalization: NormalizationResources.directory
    case .segmentation: SegmentationResources.directory
    case .annotation: AnnotationResources.directory
    case .translation: TranslationResources.directory
    case .summarization: SummarizationResources.directory
    case .terminology: TerminologyResources.directory
    }
  }
}

extension [DataFile] {
  /// SHA-256 over names and bytes, in order of module and name.
  public var digest: String {
    var hasher = SHA256()
    for file in sorted(by: { ($0.module, $0.name) < ($1.module, $1.name) }) {
      hasher.update(data: [UInt8]("\(file.module)/\(file.name) \(file.bytes.count)\n".utf8))
      hasher.update(data: file.bytes)
    }
    return Digest.hex(hasher.finalize())
  }

  /// The files of the grammar: all that only the gist reads.
  var grammar: [DataFile] { filter { $0.module == DataModule.translation.rawValue } }
}
