public import TextModel

/// A rule of `glossary lint`: looks for one kind of mistake. One rule is one file.
///
/// Laws: a rule reports in the order of files and rows; fixing what it reports, where it has a safe
/// fix, makes the report go away.
public protocol AuditRule: Sendable {
  /// The stable code of its findings, described in docs/reference/glossary-findings.md.
  var code: String { get }
  /// What it finds.
  func check(_ input: AuditInput) -> [AuditFinding]
}

/// A finding about a glossary, with a safe fix where there is one.
public struct AuditFinding: Hashable, Sendable {
  /// What is the matter, where, and what to do.
  public let finding: Finding
  /// What `--fix` does; nil when a person must decide.
  public let fix: AuditFix?

  /// Makes a finding. Default: no safe fix.
  public init(finding: Finding, fix: AuditFix? = nil) {
    self.finding = finding
    self.fix = fix
  }
}

/// A change to a file that alters no meaning.
public struct AuditFix: Hashable, Sendable {
  /// What is done.
  public enum Action: Hashable, Sendable {
    /// A cell gets another text.
    case set(column: String, to: String)
    /// The row goes.
    case delete
    /// The rows are put in order.
    case sort
  }

  /// The file, counted from 0.
  public let file: Int
  /// The row, counted from 0.
  public let row: Int
  /// What is done.
  public let action: Action
}

/// All rules and how they are run.
public enum Audit {
  /// The rules, in the order in which they report.
  public static let rules: [any AuditRule] = [
    NotComposedRule(), DamagedTextRule(), MixedScriptsRule(), StraySpaceRule(),
    UnknownCodeRule(), InvalidPeriodRule(), UnsortedFileRule(), HeadwordCaseRule(),
    DuplicateEntryRule(), ConflictingRenderingsRule(), ToneTwinRule(), SharedSpellingRule(),
    ForbiddenRenderingRule(), MissingReasonRule(), DanglingLinkRule(), DanglingReplacementRule(),
    CircularReplacementRule(), OverlappingValidityRule(), ExpiredEntryRule(), LoneAcronymRule(),
    EnglishSpellingRule(), KeptTermRule(), SplitHeadwordRule(), NeverMatchedRule(),
  ]

  /// Runs all rules.
  /// - Returns: what they found, by file, then line, then rule.
  public static func run(_ input: AuditInput) -> [AuditFinding] {
    let order = Dictionary(
      input.files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: min)
    func place(_ found: AuditFinding) -> (Int, Int) {
      (order[found.finding.place.file ?? ""] ?? 0, found.finding.place.line ?? 0)
    }
    return Concurrent.map(rules) { $0.check(input) }.joined().enumerated().sorted { left, right in
      let (first, second) = (place(left.element), place(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// The files after all safe fixes, each fix once.
  public static func fixed(_ input: AuditInput, _ findings: [AuditFinding]) -> [GlossaryFile] {
    var files = input.files.map(\.file)
    var deleted: [Int: Set<Int>] = [:]
    var sorted: Set<Int> = []
    var written: Set<[String]> = []
    for fix in findings.compactMap(\.fix) {
      switch fix.action {
      case .set(let column, let text):
        guard written.insert(["\(fix.file)", "\(fix.row)", column]).inserted else { continue }
        files[fix.file][fix.row, column] = text
      case .delete: deleted[fix.file, default: []].insert(fix.row)
      case .sort: sorted.insert(fix.file)
      }
    }
    for (file, rows) in deleted {
      files[file].rows = files[file].rows.indices.filter { !rows.contains($0) }
        .map { files[file].rows[$0] }
    }
    for file in sorted { files[file].sort() }
    return files
  }
}
