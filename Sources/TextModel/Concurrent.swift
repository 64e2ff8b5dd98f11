import Dispatch
import Synchronization

/// Pieces of work that do not depend on each other, on all cores.
///
/// Law: the answers are those of doing one after the other, whatever the number of cores.
package enum Concurrent {
  /// The answers for items, in the order of the items.
  package static func map<Item: Sendable, Answer: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Answer
  ) -> [Answer] {
    let answers = Mutex([Answer?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let answer = work(items[index])
      answers.withLock { $0[index] = answer }
    }
    return answers.withLock { $0.compactMap(\.self) }
  }

  /// The answers of two pieces of work.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let answers = Mutex<(first: First?, second: Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let answer = first()
        answers.withLock { $0.first = answer }
      } else {
        let answer = second()
        answers.withLock { $0.second = answer }
      }
    }
    let found = answers.withLock { $0 }
    return (found.first ?? first(), found.second ?? second())
  }
}
