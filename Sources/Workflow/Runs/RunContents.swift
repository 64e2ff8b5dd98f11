public import Reporting
public import TextModel

/// One run, whole: everything that is needed to look at it, compare it or make it again.
public struct RunContents: Sendable {
  /// When it began, ISO 8601 in UTC to the second. No part of the signature.
  public let started: String
  /// All options.
  public let recipe: Recipe
  /// The glossary files, as they were.
  public let glossaries: [GlossarySource]
  /// The data files it was made with; empty in a run of a version that did not keep them.
  public let data: [DataFile]
  /// The approved sentences of the translation memory; nil in a run that used none, or of a version that
  /// did not keep them.
  public let memory: [MemoryUnit]?
  /// The inputs, in the order of the articles of the result.
  public let inputs: [SourceDocument]
  /// The result.
  public let result: SetBrief

  /// Makes the contents of a run.
  public init(
    started: String, recipe: Recipe, glossaries: [GlossarySource], data: [DataFile] = [],
    memory: [MemoryUnit]? = nil, inputs: [SourceDocument], result: SetBrief
  ) {
    self.started = started
    self.recipe = recipe
    self.glossaries = glossaries
    self.data = data
    self.memory = memory
    self.inputs = inputs
    self.result = result
  }
}

extension RunContents {
  /// The run with the English as its readers saw it, in the style of its options.
  /// - Throws: `StyleError` when the table of spellings is missing from the installation.
  public func styled() throws(StyleError) -> RunContents {
    guard let style = recipe.style else { return self }
    return RunContents(
      started: started, recipe: recipe, glossaries: glossaries, data: data, memory: memory,
      inputs: inputs, result: try result.styled(style))
  }
}

/// The bytes of one glossary file and its place in the order of priority.
public struct GlossarySource: Hashable, Codable, Sendable {
  /// What a file is for.
  public enum Kind: String, Codable, Sendable {
    /// Named by the user: comes first.
    case user
    /// A shipped glossary of terms.
    case subject
    /// Shipped general words: come last.
    case vocabulary
  }

  /// Where the file was read.
  public let path: String
  /// What it is for.
  public let kind: Kind
  /// Its bytes.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(path: String, kind: Kind, bytes: [UInt8]) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
  }
}
