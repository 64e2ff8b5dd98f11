public import Summarization
import Terminology

extension Workbench {
  /// What a user means by a word in either language: its own spelling, and the Vietnamese of all glossary
  /// entries that have it as headword, variant or rendering.
  public func concept(_ text: String) -> SummaryConcept {
    let wanted = text.lowercased()
    let own = keys(Array(text.utf8))
    var spellings = [own]
    for glossary in glossaries.glossaries {
      for entry in glossary.entries {
        let english = [entry.en] + entry.also
        let vietnamese = [entry.vi] + entry.variants
        guard
          english.contains(where: { $0.lowercased() == wanted })
            || vietnamese.contains(where: { keys(Array($0.utf8)) == own })
        else { continue }
        for spelling in vietnamese {
          let found = keys(Array(spelling.utf8))
          if !spellings.contains(found) { spellings.append(found) }
        }
      }
    }
    return SummaryConcept(name: text, spellings: spellings)
  }
}
