import Annotation
public import Terminology
import TextModel
import Vietnamese

extension LanguageData {
  /// Audits glossary files with the tables that ship.
  /// - Throws: `DataError` when a table is missing from the installation.
  public func auditInput(
    _ files: [AuditInput.Source], options: AuditInput.Options
  ) throws -> AuditInput {
    var tables = source
    return AuditInput(
      files: files, options: options,
      codes: CodeTable(try tables.table(.terminology, "codes")),
      spelling: EnglishSpelling(try tables.table(.terminology, "english-spelling")),
      tokenizer: Tokenizer(table))
  }

  /// A lookup over glossaries.
  public func concordance(_ spellings: [String]) -> Concordance {
    Concordance(spellings, tokenizer: Tokenizer(table))
  }

  /// A counter of spellings in texts.
  public var spellingCounts: SpellingCounts { SpellingCounts(tokenizer: Tokenizer(table)) }
}

extension Workbench {
  /// How many pieces the annotator makes of a text: for the rule `split-headword`.
  public var pieceCount: @Sendable (String) -> Int {
    let annotator = annotator
    return { text in
      let bytes = Array(text.utf8)
      return annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)]).glosses.count
    }
  }
}
