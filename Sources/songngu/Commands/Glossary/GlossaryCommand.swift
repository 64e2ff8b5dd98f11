import ArgumentParser

/// `songngu glossary`: the tools of a terminologist.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Look up, check, change, compare, mine, convert glossaries.",
    discussion: """
      Example: songngu glossary lookup 'đại sứ'

      Exit codes: 0 fine, 1 findings, differences or conflicts, 2 usage, 3 unreadable input.
      """,
    subcommands: [
      GlossaryLint.self, GlossaryAdd.self, GlossaryEdit.self, GlossaryRemove.self,
      GlossaryMergeCommand.self, GlossaryDiffCommand.self, GlossaryLookup.self,
      GlossaryStats.self, GlossaryCoverageCommand.self, GlossarySuggest.self,
      GlossaryImpactCommand.self, GlossaryConvert.self,
    ])
}
