import Foundation
import GRDB
import Reporting
public import Workflow

/// One article of a stored run, not read yet.
struct StoredArticle: Sendable {
  let ordinal: Int
  let origin: String
  let input: String
  let brief: String
  /// The name of its report files; nil where the stored brief has its place in it.
  let slug: String?

  /// The articles of a run, in order.
  static func all(of run: Int, _ db: Database) throws -> [StoredArticle] {
    try Row.fetchAll(
      db,
      sql:
        "SELECT ordinal, origin, input, brief, slug FROM run_article WHERE run = ? ORDER BY ordinal",
      arguments: [run]
    ).map {
      StoredArticle(
        ordinal: $0["ordinal"], origin: $0["origin"], input: $0["input"], brief: $0["brief"],
        slug: $0["slug"])
    }
  }

  /// A stored brief at its place in the set.
  func placed(_ brief: Brief) throws -> Brief {
    slug.map { brief.placed(article: ordinal, slug: $0) } ?? brief
  }
}

extension RunStore {
  /// Two runs to be compared. Articles whose stored briefs are the same object in both are outlined only;
  /// the others come without the words of their English and the parts of their scores, unless two differ in
  /// nothing else.
  public func pair(_ before: RunSummary, _ after: RunSummary) throws(StoreError) -> RunPair {
    try read { db in try pair(before, after, isWhole: false, isRestyled: false, db) }
  }

  /// Two runs to be compared as their readers saw them, each in its style.
  public func shownPair(_ before: RunSummary, _ after: RunSummary) throws(StoreError) -> RunPair {
    try read { db in
      let styles = try [before, after].map { run in
        let recipe: Recipe = try decode(
          try ObjectTable.get(try Self.object("recipe", of: run, db), from: db))
        return recipe.style
      }
      let isStyled = styles.contains { $0 != nil }
      let pair = try pair(
        before, after, isWhole: isStyled, isRestyled: styles[0] != styles[1], db)
      return isStyled ? try pair.styled() : pair
    }
  }

  /// - Parameter isWhole: whether every brief is read whole, as a style of the English needs.
  /// - Parameter isRestyled: whether the same object does not make the same article.
  private func pair(
    _ before: RunSummary, _ after: RunSummary, isWhole: Bool, isRestyled: Bool, _ db: Database
  ) throws -> RunPair {
    let old = try StoredArticle.all(of: before.number, db)
    let new = try StoredArticle.all(of: after.number, db)
    let shared = isRestyled ? [] : Set(old.map(\.name)).intersection(new.map(\.name))
    let outlines = try outlines(old + new, db)
    let sides = try [old, new].map { articles in
      try StoredBrief.read(
        articles.filter { !shared.contains($0.name) }, isWhole: isWhole, from: db)
    }
    let twins = Set(sides[0].map(\.name)).intersection(sides[1].map(\.name))
    return RunPair(
      before: try contents(
        of: before, sides[0], whole: twins, try outline(of: before, db), db),
      after: try contents(of: after, sides[1], whole: twins, try outline(of: after, db), db),
      same: new.filter { shared.contains($0.name) }.compactMap { outlines[$0.brief] },
      keysBefore: old.compactMap { outlines[$0.brief]?.key },
      keysAfter: new.compactMap { outlines[$0.brief]?.key })
  }

  /// The outlines of briefs by the names of their objects.
  private func outlines(
    _ articles: [StoredArticle], _ db: Database
  ) throws -> [String: ArticleOutline] {
    var seen: Set<String> = []
    let names = articles.map(\.brief).filter { seen.insert($0).inserted }
    let bytes = try names.map { name in
      let outline = try Outlines.get(name, from: db)
      return (try outline ?? ObjectTable.get(name, from: db), outline != nil)
    }
    let read = try Parallel.map(bytes) { bytes, isOutline in
      isOutline
        ? try JSONDecoder().decode(ArticleOutline.self, from: bytes)
        : ArticleOutline(try StoredForms.decode(Brief.self, from: bytes))
    }
    return Dictionary(zip(names, read)) { first, _ in first }
  }

  /// A set as far as a diff needs it: without what was left out.
  private func outline(of run: RunSummary, _ db: Database) throws -> SetBrief {
    let name = try Self.object("report", of: run, db)
    let bytes = try Outlines.get(name, from: db) ?? ObjectTable.get(name, from: db)
    let set: SetBrief = try decode(bytes)
    return set.outline
  }
}

/// The little that a diff needs of an object, kept beside it.
enum Outlines {
  /// Keeps the outline of an object.
  static func put(_ bytes: Data, of object: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO outline (object, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [object, bytes])
  }

  /// The outline of an object; nil when none was kept.
  static func get(_ object: String, from db: Database) throws -> Data? {
    try Data.fetchOne(db, sql: "SELECT bytes FROM outline WHERE object = ?", arguments: [object])
  }
}

/// The bytes of a stored brief, read for a comparison.
struct StoredBrief: Sendable {
  let article: StoredArticle
  /// Its bytes, without words and parts unless all were asked for.
  let bytes: Data
  /// The digest of those; briefs of one name differ in nothing but words and parts.
  let name: String

  /// The briefs of articles, in order. A brief with its place in it is of an older version and comes whole.
  static func read(
    _ articles: [StoredArticle], isWhole: Bool, from db: Database
  ) throws -> [StoredBrief] {
    var briefs: [StoredBrief] = []
    for start in stride(from: 0, to: articles.count, by: Self.portion) {
      let some = articles[start..<min(start + Self.portion, articles.count)]
      let read = try some.map { ($0, try ObjectTable.get($0.brief, from: db)) }
      briefs += try Parallel.map(read) { article, bytes in
        let kept = isWhole || article.slug == nil ? bytes : StoredForms.bare(bytes)
        return StoredBrief(article: article, bytes: kept, name: Digest.sha256(kept))
      }
    }
    return briefs
  }

  /// So many briefs are held whole at a time.
  private static let portion = 128
}

extension StoredArticle {
  /// What tells two articles apart that are not the same in both runs.
  fileprivate var name: [String] { [origin, brief] }
}
