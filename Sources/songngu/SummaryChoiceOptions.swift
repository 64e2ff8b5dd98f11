import ArgumentParser
import Foundation
import Summarization
import TextModel
import Workflow

/// How sentences are chosen: method, length, lede, and what to speak of.
struct SummaryChoiceOptions: ParsableArguments {
  @Option(help: "The method: \(SummaryMaker.methodNames.joined(separator: ", ")).")
  var method = SummarizationOptions().method
  @Option(help: "What the lede is: evidence, or a candidate like the first sentence of the body.")
  var lead = LeadChoice.evidence
  @Option(help: "A file of weights for the default method, or 'hand' for those made by hand.")
  var weights: String?
  @OptionGroup var length: LengthOptions
  @OptionGroup var topics: TopicOptions

  enum LeadChoice: String, ExpressibleByArgument, CaseIterable { case evidence, candidate }

  func validate() throws {
    if !SummaryMaker.methodNames.contains(method) {
      throw ValidationError(
        "no method is named '\(method)'; methods are \(SummaryMaker.methodNames.joined(separator: ", "))"
      )
    }
  }

  /// The stages, with the weights asked for.
  func workbench(_ shared: SharedOptions) throws -> Workbench {
    let workbench = try shared.workbench()
    guard let weights else { return workbench }
    if weights == "hand" { return workbench.summarizing(with: .byHand) }
    guard let data = FileManager.default.contents(atPath: weights) else {
      throw InputError("\(weights): this file of weights cannot be read")
    }
    let read = SummaryWeights(DataTable(Array(data)), file: weights)
    Console.report(read.findings, quiet: shared.quiet)
    return workbench.summarizing(with: read)
  }

  func options(_ workbench: Workbench) throws -> SummarizationOptions {
    var options = SummarizationOptions()
    options.method = method
    options.lede = lead == .candidate ? .candidate : .evidence
    options.budget = try length.budget(default: options.budget)
    topics.set(&options, workbench)
    return options
  }

  func summary(
    _ documents: [SummaryDocument], _ options: SummarizationOptions, _ workbench: Workbench
  ) throws -> Summary {
    guard let summary = workbench.summaryMaker.summarize(documents, options: options) else {
      throw ValidationError("no method is named '\(options.method)'")
    }
    return summary
  }
}

/// What a summary is to speak of, or not to.
struct TopicOptions: ParsableArguments {
  @Option(help: "Take a sentence that speaks of this, in either language (may be repeated).")
  var must: [String] = []
  @Option(help: "Take no sentence that speaks of this (may be repeated).") var avoid: [String] = []
  @Option(help: "Weigh sentences that speak of this higher (may be repeated).")
  var focus: [String] = []

  /// Whether none is given.
  var isEmpty: Bool { must.isEmpty && avoid.isEmpty && focus.isEmpty }

  func set(_ options: inout SummarizationOptions, _ workbench: Workbench) {
    options.must = must.map(workbench.concept)
    options.avoid = avoid.map(workbench.concept)
    options.focus = focus.map(workbench.concept)
  }
}

/// How long a summary may be.
struct LengthOptions: ParsableArguments {
  @Option(help: "At most so many sentences. Default: 5.") var sentences: Int?
  @Option(help: "At most so many words, counted between white space.") var words: Int?
  @Option(help: "At most so many syllables: runs of letters or digits.") var syllables: Int?
  @Option(help: "At most so many characters, spaces included.") var characters: Int?
  @Option(help: "At most this share of the words, above 0 to 1.") var ratio: Double?

  func validate() throws {
    let counts = [sentences, words, syllables, characters].compactMap { $0 }
    if counts.count + (ratio == nil ? 0 : 1) > 1 {
      throw ValidationError(
        "give one of --sentences, --words, --syllables, --characters and --ratio")
    }
    if let count = counts.first, count < 1 {
      throw ValidationError("a summary of \(count) is none; give a number above 0")
    }
    if let ratio, !(ratio > 0 && ratio <= 1) {
      throw ValidationError("a summary of \(ratio) is none; give a share above 0, at most 1")
    }
  }

  func budget(default fallback: SummaryBudget) throws -> SummaryBudget {
    sentences.map { .sentences($0) } ?? words.map { .words($0) } ?? syllables.map { .syllables($0) }
      ?? characters.map { .characters($0) } ?? ratio.map { .ratio($0) } ?? fallback
  }
}
