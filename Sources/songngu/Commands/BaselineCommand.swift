import ArgumentParser
import Foundation
import Reporting
import Storage
import Workflow

/// `songngu baseline`: what an editor accepted, article by article.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract:
      "Accept the brief of an article as the one to compare with, forget it, or show changes.",
    discussion: "Example: songngu baseline accept --note 'read by the desk'",
    subcommands: [
      BaselineAccept.self, BaselineReject.self, BaselineShow.self, BaselineDismiss.self,
    ],
    defaultSubcommand: BaselineShow.self)
}

struct BaselineAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept briefs of a run.",
    discussion: "Example: songngu baseline accept seeds/000_7dde4ca4ec13ee13.txt --run latest")
  @Argument(help: "Articles, by address or place. Default: all of the run.") var articles:
    [String] = []
  @Option(name: .customLong("run"), help: "The run.") var runName = "latest"
  @Option(help: "Why.") var note = ""
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try Stored.orInputError {
      let store = try place.requiredStore()
      let briefs = try store.contents(of: try store.find(runName)).result.articles
      for name in articles where !briefs.contains(where: { $0.key == name }) {
        throw InputError(
          "no article of the run is known as '\(name)'; see: songngu runs show \(runName)")
      }
      let chosen = briefs.filter { articles.isEmpty || articles.contains($0.key) }
      for brief in chosen { try store.accept(brief, article: brief.key, at: Clock.now, note: note) }
      print("accepted \(chosen.count) of \(briefs.count) articles")
    }
  }
}

struct BaselineReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Forget what was accepted for an article.",
    discussion: "Example: songngu baseline reject seeds/000_7dde4ca4ec13ee13.txt")
  @Argument(help: "The article, by address or place.") var article: String
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try Stored.orInputError { try place.requiredStore().reject(article: article) }
  }
}

struct BaselineShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "What changed since the accepted briefs, without dismissed changes.",
    discussion: "Example: songngu baseline show --run latest")
  @Option(name: .customLong("run"), help: "The run to compare.") var runName = "latest"
  @Option(help: "text or json.") var format = OutputForm.text
  @OptionGroup var place: WorkspaceOptions

  private struct Row: Encodable {
    let article: String
    let accepted: String
    let note: String
    /// Whether the article stands in the run.
    let isInRun: Bool
    let changes: [Keyed]

    /// What is said of it where no change is told.
    var rest: String { isInRun ? "  no changes" : "  not in this run" }
  }
  private struct Keyed: Encodable {
    let key: String
    let change: Change
  }

  func run() throws {
    let rows = try Stored.orInputError { try self.rows() }
    try format.write(rows) {
      if rows.isEmpty { return ["no baseline is accepted yet"] }
      return rows.flatMap { row in
        ["\(row.article)  accepted \(row.accepted)\(row.note.isEmpty ? "" : "  — \(row.note)")"]
          + (row.changes.isEmpty ? [row.rest] : row.changes.map(Self.line))
      }
    }
  }

  private static func line(_ keyed: Keyed) -> String {
    let change = keyed.change
    return "  \(keyed.key.prefix(12))  \(change.kind.rawValue): \(change.subject)  "
      + "\(change.before ?? "–") → \(change.after ?? "–")"
  }

  private func rows() throws -> [Row] {
    let store = try place.requiredStore(readOnly: true)
    let briefs = try store.contents(of: try store.find(runName)).result.articles
    let dismissed = try store.dismissals()
    return try store.baselines().map { baseline in
      let now = briefs.first { $0.key == baseline.article }
      let changes = now.map { BriefDiffer().changes(from: baseline.brief, to: $0) } ?? []
      let keyed = changes.map { Keyed(key: $0.dismissalKey(article: baseline.article), change: $0) }
      return Row(
        article: baseline.article, accepted: baseline.accepted, note: baseline.note,
        isInRun: now != nil, changes: keyed.filter { !dismissed.contains($0.key) })
    }
  }
}

struct BaselineDismiss: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss",
    abstract: "Hide a change until its text or its kind changes.",
    discussion: "Example: songngu baseline dismiss 3f2a9c01d7e4 --note 'house style'")
  @Argument(help: "The key that `baseline show` prints, twelve digits or more.") var change: String
  @Option(name: .customLong("run"), help: "The run it was seen in.") var runName = "latest"
  @Option(help: "Why.") var note = ""
  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try Stored.orInputError {
      let store = try place.requiredStore()
      let briefs = try store.contents(of: try store.find(runName)).result.articles
      for baseline in try store.baselines() {
        guard let now = briefs.first(where: { $0.key == baseline.article }) else { continue }
        let keys = BriefDiffer().changes(from: baseline.brief, to: now).map {
          $0.dismissalKey(article: baseline.article)
        }
        if let key = keys.first(where: { $0.hasPrefix(change) }), change.count >= 8 {
          try store.dismiss(change: key, article: baseline.article, at: Clock.now, note: note)
          return print("dismissed \(key.prefix(12))")
        }
      }
      throw InputError("no change has the key '\(change)'; see: songngu baseline show")
    }
  }
}
