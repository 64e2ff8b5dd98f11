import Annotation
import TextModel

/// Warns where two persons of different articles have one name when diacritics are dropped.
///
/// Inside one article the annotator says so itself.
struct NameMerges {
  private let workbench: Workbench

  init(_ workbench: Workbench) { self.workbench = workbench }

  private struct Named {
    let name: String
    let article: Int
  }

  /// The findings of each article, in their order.
  func findings(_ works: [ArticleWork]) -> [[Finding]] {
    var known: [String: [Named]] = [:]
    for (index, work) in works.enumerated() {
      for person in work.annotated.persons {
        known[person.name.withoutDiacritics, default: []].append(
          Named(name: person.name, article: index))
      }
    }
    return works.enumerated().map { index, work in
      work.annotated.persons.compactMap { person in
        let others = known[person.name.withoutDiacritics, default: []]
        guard let other = others.first(where: { isOther($0, than: person, in: index) }) else {
          return nil
        }
        let finding = Finding(
          .warning, "names-merge",
          "'\(person.name)' here and '\(other.name)' in article \(other.article + 1) are the same "
            + "without diacritics", fix: "keep the diacritics of these names")
        let span = person.mentions.first ?? TextSpan(0, 0)
        return finding.placed(span, in: work.article.text, of: work.source)
      }
    }
  }

  /// Spellings that differ in the place of the tone mark only are one name.
  private func isOther(_ other: Named, than person: Person, in article: Int) -> Bool {
    other.article != article
      && workbench.keys(Array(other.name.utf8)) != workbench.keys(Array(person.name.utf8))
  }
}
