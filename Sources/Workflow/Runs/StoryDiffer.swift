import Reporting

/// What changed in the stories of a set.
///
/// Stories belong together when they share most articles; articles are known by their keys, for their
/// numbers move when others come and go.
struct StoryDiffer {
  /// One of the two sets.
  struct Side {
    let stories: [StoryBrief]
    /// The keys of all articles of the set, by their numbers.
    let keys: [String]

    func articles(_ story: StoryBrief) -> [String] { story.articles.map(key) }

    func key(_ number: Int) -> String {
      keys.indices.contains(number - 1) ? keys[number - 1] : "article \(number)"
    }
  }

  let before: Side
  let after: Side

  /// The changes: figures that differ first, as in every diff.
  func changes() -> [Change] {
    if before.stories == after.stories, before.keys == after.keys { return [] }
    var free = before.stories
    var changes: [Change] = []
    for story in after.stories {
      let mine = Set(after.articles(story))
      let best = free.indices.map { ($0, mine.intersection(before.articles(free[$0])).count) }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let best, best.1 > 0 {
        changes += self.changes(from: free.remove(at: best.0), to: story)
      } else {
        changes.append(change(story, before: nil, after: after.articles(story)))
      }
    }
    changes += free.map { change($0, before: before.articles($0), after: nil) }
    return changes.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }
    .map(\.element)
  }

  private func change(_ story: StoryBrief, before: [String]?, after: [String]?) -> Change {
    Change(
      .story, story.headline.vi, before: before?.joined(separator: ", "),
      after: after?.joined(separator: ", "))
  }

  private func changes(from old: StoryBrief, to new: StoryBrief) -> [Change] {
    var changes: [Change] = []
    let name = new.headline.vi
    let (was, now) = (before.articles(old), after.articles(new))
    if Set(was) != Set(now) { changes.append(change(new, before: was, after: now)) }
    if old.headline != new.headline {
      changes.append(
        Change(
          .headline, "headline of a story", before: line(old.headline), after: line(new.headline)))
    }
    changes += lists(
      .story, "point of ‘\(name)’", old.points.map { $0.point.vi }, new.points.map { $0.point.vi })
    changes += lists(
      .story, "said by others too in ‘\(name)’", old.points.map { support($0, before) },
      new.points.map { support($0, after) })
    changes += lists(
      .story, "reprint in ‘\(name)’", old.reprints.map { reprint($0, before) },
      new.reprints.map { reprint($0, after) })
    changes += lists(
      .figure, "figures that differ in ‘\(name)’", old.conflicts.map { conflict($0, before) },
      new.conflicts.map { conflict($0, after) })
    return changes
  }

  /// The lines that came and went.
  private func lists(
    _ kind: Change.Kind, _ subject: String, _ old: [String], _ new: [String]
  ) -> [Change] {
    let known = Set(old)
    let wanted = Set(new)
    return old.filter { !wanted.contains($0) }.map {
      Change(kind, subject, before: $0, after: nil)
    } + new.filter { !known.contains($0) }.map { Change(kind, subject, before: nil, after: $0) }
  }

  private func line(_ headline: Brief.Bilingual) -> String {
    headline.vi + (headline.en.map { " — \($0)" } ?? "")
  }

  private func support(_ point: StoryBrief.Point, _ side: Side) -> String {
    "\(point.point.vi) (\(([point.point.article] + point.alsoIn).map(side.key).sorted().joined(separator: ", ")))"
  }

  private func reprint(_ reprint: StoryBrief.Reprint, _ side: Side) -> String {
    "\(side.key(reprint.article)) repeats \(side.key(reprint.original))"
  }

  private func conflict(_ conflict: StoryBrief.Conflict, _ side: Side) -> String {
    [conflict.first, conflict.second].map { "\($0.figure): \($0.vi) (\(side.key($0.article)))" }
      .joined(separator: " against ")
  }
}
