import Reporting
import TextModel

/// The approved sentences by which the memories of two runs differ, each of which can be changed alone.
struct MemoryDelta {
  /// One Vietnamese sentence with other English, or with English in one of the runs only.
  struct UnitChange: Hashable {
    /// The earlier unit; nil when there was none.
    let before: MemoryUnit?
    /// The later unit; nil when there is none.
    let after: MemoryUnit?

    /// The Vietnamese.
    var vi: String { after?.vi ?? before?.vi ?? "" }

    /// What the change is, for a reader.
    var description: String {
      let english = { (unit: MemoryUnit?) in unit.map { "“\(Self.short($0.en))”" } ?? "none" }
      let change =
        before?.en == after?.en
        ? "same English, another file or day" : "\(english(before)) → \(english(after))"
      return "approved sentence ‘\(Self.short(vi))’: \(change)"
    }

    /// The most letters of a sentence that a cause shows.
    private static let shown = 80

    private static func short(_ text: String) -> String {
      text.count > shown ? text.prefix(shown) + "…" : text
    }
  }

  /// The sentences that differ, in the order of the earlier memory, then of the later.
  let units: [UnitChange]
  private let before: [MemoryUnit]

  init(_ before: RunContents, _ after: RunContents) {
    let old = Self.units(before)
    let new = Self.units(after)
    self.before = old
    let was = Dictionary(old.map { ($0.vi, $0) }) { $1 }
    let now = Dictionary(new.map { ($0.vi, $0) }) { $1 }
    var seen: Set<String> = []
    units = (old + new).map(\.vi).filter { seen.insert($0).inserted }.compactMap { vi in
      was[vi] == now[vi] ? nil : UnitChange(before: was[vi], after: now[vi])
    }
  }

  /// The approved units of a run, as far as English depends on them. A run that did not keep them has those
  /// that stand beside its sentences.
  private static func units(_ run: RunContents) -> [MemoryUnit] {
    let kept =
      run.memory
      ?? run.result.articles.flatMap { brief in
        (brief.points + brief.glance + brief.leftOut).compactMap(\.english.match).map {
          MemoryUnit(vi: $0.vi, en: $0.en, isApproved: true, origin: $0.origin, date: $0.date)
        }
      }
    return MemoryBook(kept).units.filter(\.isApproved).map {
      MemoryUnit(vi: $0.vi, en: $0.en, isApproved: true, origin: $0.origin, date: $0.date)
    }
  }

  /// The earlier memory with some sentences as in the later run.
  func earlier(with changes: [UnitChange]) -> [MemoryUnit] {
    let taken = Dictionary(changes.map { ($0.vi, $0.after) }) { $1 }
    return before.compactMap { unit in taken[unit.vi, default: unit] }
      + changes.filter { $0.before == nil }.compactMap(\.after)
  }
}
