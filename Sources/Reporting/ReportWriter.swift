import Foundation

/// One file of a report.
public struct ReportFile: Hashable, Sendable {
  /// Its name, relative to the folder of the report.
  public let name: String
  /// Its content.
  public let content: String

  /// Makes a file.
  public init(name: String, content: String) {
    self.name = name
    self.content = content
  }
}

/// A form of report. A writer only renders: it adds nothing to a brief and leaves nothing out silently.
protocol ReportWriter: Sendable {
  /// The name that `--format` takes, also the ending of its files.
  static var format: String { get }
  /// The report of the set.
  func set(_ brief: SetBrief) throws -> String
  /// The report of one article.
  func article(_ brief: Brief, in set: SetBrief) throws -> String
  /// The index of all reports, nil when the format has none.
  func index(_ brief: SetBrief) throws -> String?
}

/// All forms of report.
public enum Reports {
  static func writer(_ format: String) -> (any ReportWriter)? {
    switch format {
    case HTMLWriter.format: HTMLWriter()
    case MarkdownWriter.format: MarkdownWriter()
    case JSONWriter.format: JSONWriter()
    default: nil
    }
  }

  /// The names that `--format` takes.
  public static let formats = [HTMLWriter.format, MarkdownWriter.format, JSONWriter.format]

  /// The files of a report in the formats given; unknown formats are passed over.
  /// - Throws: when a value cannot be encoded.
  public static func files(_ set: SetBrief, formats: [String]) throws -> [ReportFile] {
    var files: [ReportFile] = []
    for format in formats {
      guard let writer = writer(format) else { continue }
      if let index = try writer.index(set) {
        files.append(ReportFile(name: "index.\(format)", content: index))
      }
      files.append(ReportFile(name: "set.\(format)", content: try writer.set(set)))
      for brief in set.articles {
        files.append(
          ReportFile(
            name: "articles/\(brief.slug).\(format)", content: try writer.article(brief, in: set)))
      }
    }
    return files
  }
}
