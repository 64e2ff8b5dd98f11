import Foundation

/// One file of a report.
public struct ReportFile: Hashable, Sendable {
  /// Its name, relative to the folder of the report.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Its bytes as text; a document that is no text gives replacement characters.
  public var content: String { String(decoding: bytes, as: UTF8.self) }
}

/// A form of report. A writer only renders: it adds nothing to a brief and leaves nothing out silently.
protocol ReportWriter: Sendable {
  /// The name that `--format` takes, also the ending of its files.
  static var format: String { get }
  /// What the form cannot hold, in English; nil when it holds everything.
  static var loses: String? { get }
  /// The report of the set.
  func set(_ brief: SetBrief) throws -> String
  /// The report of one article.
  func article(_ brief: Brief, in set: SetBrief) throws -> String
  /// The index of all reports, nil when the format has none.
  func index(_ brief: SetBrief) throws -> String?
}

extension ReportWriter {
  static var loses: String? { nil }
}

/// A form of report that is a package of parts, not a text.
protocol PackageWriter: Sendable {
  /// The name that `--format` takes, also the ending of its files.
  static var format: String { get }
  /// What the form cannot hold, in English; nil when it holds everything.
  static var loses: String? { get }
  /// The report of the set.
  func set(_ brief: SetBrief) throws -> [UInt8]
  /// The report of one article.
  func article(_ brief: Brief, in set: SetBrief) throws -> [UInt8]
}

/// All forms of report.
public enum Reports {
  private static let writers: [any ReportWriter.Type] = [
    HTMLWriter.self, MarkdownWriter.self, JSONWriter.self, TextWriter.self, XLIFF2Writer.self,
    XLIFF1Writer.self, TMXWriter.self, TableWriter.self, POWriter.self,
  ]

  private static func writer(
    _ format: String, _ options: ReportOptions
  ) -> (any ReportWriter)? {
    switch format {
    case HTMLWriter.format: HTMLWriter(options)
    case MarkdownWriter.format: MarkdownWriter(options)
    case JSONWriter.format: JSONWriter()
    case TextWriter.format: TextWriter(options)
    case XLIFF2Writer.format: XLIFF2Writer()
    case XLIFF1Writer.format: XLIFF1Writer()
    case TMXWriter.format: TMXWriter()
    case TableWriter.format: TableWriter()
    case POWriter.format: POWriter()
    default: nil
    }
  }

  /// The names that `--format` takes.
  public static let formats = writers.map { $0.format } + [DOCXWriter.format]

  /// The forms that are written when none is asked for.
  public static let standard = [HTMLWriter.format, MarkdownWriter.format, JSONWriter.format]

  /// What a form cannot hold of a brief, in English; nil when it holds everything.
  public static func losses(_ format: String) -> String? {
    if format == DOCXWriter.format { return DOCXWriter.loses }
    return writers.first { $0.format == format }?.loses
  }

  /// The files of a report in the formats given; unknown formats are passed over.
  /// - Parameter options: how the reports are dressed. Default: nil, as songngu ships them.
  /// - Throws: when a value cannot be encoded or a data file is missing from the installation.
  public static func files(
    _ set: SetBrief, formats: [String], options: ReportOptions? = nil
  ) throws -> [ReportFile] {
    let options = try options ?? ReportOptions()
    return try formats.flatMap { format in
      if format == DOCXWriter.format { return try package(DOCXWriter(options), set) }
      return try writer(format, options).map { try text($0, format, set) } ?? []
    }
  }

  private static func text(
    _ writer: any ReportWriter, _ format: String, _ set: SetBrief
  ) throws -> [ReportFile] {
    let index = try writer.index(set).map { [ReportFile("index.\(format)", $0)] } ?? []
    return index + [ReportFile("set.\(format)", try writer.set(set))]
      + (try set.articles.map {
        ReportFile("articles/\($0.slug).\(format)", try writer.article($0, in: set))
      })
  }

  private static func package(
    _ writer: DOCXWriter, _ set: SetBrief
  ) throws -> [ReportFile] {
    [ReportFile(name: "set.\(DOCXWriter.format)", bytes: try writer.set(set))]
      + (try set.articles.map {
        ReportFile(
          name: "articles/\($0.slug).\(DOCXWriter.format)", bytes: try writer.article($0, in: set))
      })
  }
}

extension ReportFile {
  fileprivate init(_ name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
