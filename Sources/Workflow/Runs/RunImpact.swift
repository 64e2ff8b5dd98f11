public import Reporting
import TextModel

/// What edited glossary files would change in stored runs, before they are saved.
///
/// A run is made again twice, from its stored inputs and options: with the glossaries it was made
/// with, and with the edited files among them. So what shows is the edit's doing, and not that of a
/// newer songngu or of other changes of the shipped glossaries since.
public final class RunImpact {
  private let edited: [GlossarySource]
  private let replayer = RunReplayer()

  /// Takes edited files.
  /// - Parameter edited: each stands for the file of its name in a run, or comes before all where the
  ///   run has none.
  public init(edited: [GlossarySource]) { self.edited = edited }

  /// What would change in a run, with the rows that would do it.
  /// - Parameter name: what the user calls the run.
  /// - Throws: when an input of the run can no longer be read.
  public func diff(of run: RunContents, name: String) throws -> RunDiff {
    let before = try again(run, run.glossaries)
    let after = try again(run, glossaries(of: run))
    let diff = RunDiffer().diff(
      before.result, after.result, names: (name, "\(name) with the edited glossary"))
    if diff.isEmpty { return diff }
    return try CauseFinder(before, after).explaining(diff)
  }

  private func again(_ run: RunContents, _ glossaries: [GlossarySource]) throws -> RunContents {
    let stages = try replayer.stages(glossaries, run.data)
    return RunContents(
      started: run.started, recipe: run.recipe, glossaries: glossaries, data: run.data,
      memory: run.memory, inputs: run.inputs,
      result: try stages.result(
        run.inputs, recipe: run.recipe, memory: stages.memory(run.memory ?? []),
        recorded: EngineChoice.isOutside(run.recipe.engine)
          ? RecordedAnswers(run.result.articles) : nil))
  }

  /// The glossaries of a run with the edited files in their places.
  func glossaries(of run: RunContents) -> [GlossarySource] {
    var rest = edited
    let files = run.glossaries.map { file in
      let name = GlossaryStore.name(of: file.path)
      guard let place = rest.firstIndex(where: { GlossaryStore.name(of: $0.path) == name }) else {
        return file
      }
      return GlossarySource(path: file.path, kind: file.kind, bytes: rest.remove(at: place).bytes)
    }
    return rest + files
  }
}
