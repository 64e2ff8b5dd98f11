import TextModel

/// What an editor must know of an article: notes, what was left out and why.
struct NotesHTML {
  let brief: Brief

  /// Repairs, doubtful senses, inferred years, unknown words and findings.
  var notes: String {
    let notes = BriefLists.notes(brief).map { "<li>\(HTMLText.text($0))</li>" }
    return HTMLText.section(
      "Editor’s notes", id: "notes",
      notes.isEmpty ? "" : "<ul>\(notes.joined(separator: "\n"))</ul>", kind: "notes")
  }

  /// The sentences passed over, with the reason, and what they hold that the points do not.
  var leftOut: String {
    if brief.leftOut.isEmpty { return "" }
    let items = brief.leftOut.map { point in
      PointHTML(point: point, section: "x", anchor: HTMLText.anchor(point.sentence, nil)).item
    }
    let count = brief.leftOut.count
    return HTMLText.section(
      "Left out, and why", id: "left-out",
      """
      <p>\(HTMLText.text(BriefCoverage(brief).text))</p>
      <details open><summary>\(count) sentence\(count == 1 ? "" : "s"), best first</summary>
      <ul class="points">\(items.joined())</ul></details>
      """)
  }
}
