import GRDB

/// The tables of a store and how older stores come up to date. Forward only.
///
/// The invariants stand in the schema: an object is named by the SHA-256 of its bytes, a run names only
/// objects that exist, and what a run names cannot be deleted while the run stands.
enum Schema {
  /// The migrations, oldest first. A released one is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs") { db in try db.execute(sql: runs) }
    migrator.registerMigration("2 baselines and cache") { db in try db.execute(sql: baselines) }
    migrator.registerMigration("3 translation memory") { db in try db.execute(sql: memory) }
    migrator.registerMigration("3 data files of runs") { db in try db.execute(sql: dataFiles) }
    migrator.registerMigration("4 places of articles") { db in try db.execute(sql: places) }
    migrator.registerMigration("5 outlines of objects") { db in try db.execute(sql: outlines) }
    migrator.registerMigration("6 memories of runs") { db in try db.execute(sql: memories) }
    return migrator
  }

  private static let runs = """
    CREATE TABLE object (
      digest TEXT NOT NULL PRIMARY KEY
        CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE run (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 12),
      started TEXT NOT NULL CHECK (started GLOB '????-??-??T??:??:??Z'),
      signature TEXT NOT NULL CHECK (length(signature) = 64),
      title TEXT NOT NULL,
      recipe TEXT NOT NULL REFERENCES object (digest),
      report TEXT NOT NULL REFERENCES object (digest),
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE run_article (
      run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      origin TEXT NOT NULL,
      input TEXT NOT NULL REFERENCES object (digest),
      brief TEXT NOT NULL REFERENCES object (digest),
      PRIMARY KEY (run, ordinal)
    ) STRICT;
    CREATE TABLE run_glossary (
      run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      path TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('user', 'subject', 'vocabulary')),
      object TEXT NOT NULL REFERENCES object (digest),
      PRIMARY KEY (run, ordinal)
    ) STRICT;
    CREATE TABLE tag (
      name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
      run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX run_started ON run (started);
    """

  private static let baselines = """
    CREATE TABLE baseline (
      article TEXT NOT NULL PRIMARY KEY,
      brief TEXT NOT NULL REFERENCES object (digest),
      accepted TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE dismissal (
      change TEXT NOT NULL PRIMARY KEY CHECK (length(change) = 64),
      article TEXT NOT NULL,
      dismissed TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE stage (
      key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
      object TEXT NOT NULL REFERENCES object (digest)
    ) STRICT, WITHOUT ROWID;
    """

  private static let memory = """
    CREATE TABLE memory (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      vi TEXT NOT NULL UNIQUE CHECK (length(vi) > 0),
      en TEXT NOT NULL CHECK (length(en) > 0),
      approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
      origin TEXT NOT NULL DEFAULT '',
      dated TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
    """

  /// The weights, cues and grammar that a run was made with; runs from before have no rows here.
  private static let dataFiles = """
    CREATE TABLE run_data (
      run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
      module TEXT NOT NULL,
      name TEXT NOT NULL,
      object TEXT NOT NULL REFERENCES object (digest),
      PRIMARY KEY (run, module, name)
    ) STRICT, WITHOUT ROWID;
    """

  /// Briefs are stored without their place in the set, so that one article is one object whatever stands
  /// before it. Briefs from before have their place in them, and no name here.
  private static let places = """
    ALTER TABLE run_article ADD COLUMN slug TEXT;
    """

  /// The little that a diff needs of an object that did not change. An object without an outline is read
  /// whole, so nothing depends on this table.
  private static let outlines = """
    CREATE TABLE outline (
      object TEXT NOT NULL PRIMARY KEY REFERENCES object (digest) ON DELETE CASCADE,
      bytes BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// The approved sentences that a run was made with, as one object; null where it used none, and in runs
  /// from before.
  private static let memories = """
    ALTER TABLE run ADD COLUMN memory TEXT REFERENCES object (digest);
    """

  /// Every place that keeps an object: what none of them names may be pruned. A stage keeps nothing; it
  /// names what a run keeps.
  static let references = [
    "SELECT recipe FROM run", "SELECT report FROM run", "SELECT input FROM run_article",
    "SELECT brief FROM run_article", "SELECT object FROM run_glossary",
    "SELECT object FROM run_data", "SELECT brief FROM baseline",
    "SELECT memory FROM run WHERE memory IS NOT NULL",
  ]
}
