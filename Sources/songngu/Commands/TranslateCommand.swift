import ArgumentParser
import Foundation
import Normalization
import Reporting
import Segmentation
import TextModel
import Translation
import Workflow

/// `songngu translate`: Vietnamese in, English out.
struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract:
      "Translate sentences into English by glossary and grammar: a gist, not a translation.",
    discussion: """
      Example: songngu translate seeds/002_08239fbb93926ba0.txt

      Approved translations of a memory come first; --engine takes another engine for the rest.
      """)

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = ["-"]
  @Flag(help: "JSON Lines: {\"id\",\"text\"} on standard input.") var jsonl = false
  @Flag(
    help: "Print how each sentence was translated: engine, checks, rules, entries, source spans.")
  var explain = false
  @Option(help: "The article's date (ISO 8601), for senses that hold in a period.")
  var date: String?
  @OptionGroup var engines: EngineOptions
  @OptionGroup var shared: SharedOptions
  @OptionGroup var place: WorkspaceOptions

  private struct Mark: Encodable {
    let sentence: Int
    let code: String
    let message: String
    let fix: String?
  }
  private struct Record: Encodable {
    let id: RecordID
    let text: String
    let engines: [String]
    let flags: [Mark]?
    let sentences: [TranslatedSentence]?
  }

  func run() throws {
    let workbench = try shared.workbench()
    let translator = try engines.translator(workbench, try engines.book(place))
    Console.report(translator.findings, quiet: shared.quiet)
    if jsonl { return try runLines(workbench, translator) }
    let reader = try workbench.articleReader()
    var recipe = Recipe()
    recipe.date = date
    try Input(paths).forEach { document in
      let normalized = try workbench.normalizer.normalize(
        document.bytes, name: document.origin)
      let article = try reader.read(normalized.text, markup: normalized.markup)
      let bytes = article.text.bytes
      noteLeftOut(of: article, document.origin)
      let published = article.metadata.published ?? date
      var context = GistContext()
      for span in try spans(of: article, workbench) {
        var before = context
        let english = translator.translate(
          bytes, in: span, published: published, isChecked: explain, context: &context)
        print(Escaping.terminal(english.text))
        guard explain else { continue }
        let gist = translator.gistEngine
        let trace = gist.translate(
          bytes, in: span.range, published: published, context: &before)
        explain(english, trace.tree(gist, bytes: bytes), gist)
      }
    }
    try StandIns.report(translator)
  }

  /// The headline and the sentences of an article; of a text that has none, all sentences.
  private func spans(of article: Article, _ workbench: Workbench) throws -> [TextSpan] {
    if article.sentences.isEmpty {
      return try workbench.segmenter().sentences(article.text.bytes).map(\.span)
    }
    let headlines = article.blocks.filter { $0.role == .headline }.map(\.span)
    return (headlines + article.sentences.map(\.span)).sorted { $0.start < $1.start }
  }

  /// Says how many parts of a page are no headline and no sentence of its article.
  private func noteLeftOut(of article: Article, _ origin: String) {
    let told = Set(article.sentences.map(\.block))
    let left = article.blocks.indices.count {
      article.blocks[$0].role != .headline && !told.contains($0)
    }
    if left == 0 || told.isEmpty || shared.quiet { return }
    Console.error(
      "note: \(origin): \(left) part\(left == 1 ? "" : "s") of the page left out; see: songngu inspect"
    )
  }

  private func runLines(_ workbench: Workbench, _ translator: SentenceTranslator) throws {
    let segmenter = try workbench.segmenter()
    try JSONLines.run { (record: TextRecord) in
      let bytes = Array(record.text.utf8)
      var context = GistContext()
      let sentences = try segmenter.sentences(bytes).map {
        translator.translate(bytes, in: $0.span, published: date, context: &context)
      }
      let flags = sentences.enumerated().flatMap { index, sentence in
        sentence.flags.map {
          Mark(sentence: index + 1, code: $0.code, message: $0.message, fix: $0.fix)
        }
      }
      return Record(
        id: record.id, text: sentences.map(\.text).joined(separator: " "),
        engines: sentences.map(\.engine), flags: flags.isEmpty ? nil : flags,
        sentences: explain ? sentences : nil)
    }
    try StandIns.report(translator)
  }

  /// Under a sentence: engine, checks and memory; of the gist its rules and entries with their bytes.
  private func explain(
    _ english: TranslatedSentence, _ trace: [String], _ gist: GistEngine
  ) {
    let unknown =
      english.unknown.isEmpty ? "" : "; unknown: \(english.unknown.joined(separator: ", "))"
    let confidence = english.confidence.map { "confidence \($0), " } ?? ""
    let joints = english.engine == gist.name ? "\(english.joints) joints" : "by \(english.engine)"
    print("  \(confidence)\(joints)\(unknown)")
    for flag in english.flags {
      print(Escaping.terminal("  check: \(flag.message) [\(flag.code)]"))
    }
    if let match = english.match {
      print(Escaping.terminal("  memory \(match.similarity): \(match.differenceLine)"))
      if match.en != english.text { print(Escaping.terminal("    \(match.en)")) }
    }
    guard english.engine == gist.name else { return }
    for line in trace { print("  \(line)") }
    for word in english.words where !word.alternatives.isEmpty {
      print("  \(word.text): or \(word.alternatives.joined(separator: ", "))")
    }
  }
}
