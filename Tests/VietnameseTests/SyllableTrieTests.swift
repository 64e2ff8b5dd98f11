import TestSupport
import Testing
import Vietnamese
import Workflow

@Suite struct SyllableTrieTests {
  let table: SyllableTable

  init() throws { table = try Repository.workbench().language.table }

  private func keys(_ text: String) -> [MatchKey] {
    text.split(separator: " ").map { table.key(String($0)) }
  }

  private func value(_ trie: SyllableTrie, _ text: String) -> Int? {
    var node = SyllableTrie.root
    for key in keys(text) {
      guard let child = trie.child(of: node, key) else { return nil }
      node = child
    }
    return trie.value(at: node)
  }

  @Test func findsWhatWasPutIn() {
    var trie = SyllableTrie(capacity: 4)
    let words = ["ngoại giao", "ngoại", "bộ ngoại giao", "giao"]
    for (index, word) in words.enumerated() { trie.insert(keys(word), value: index) }
    for (index, word) in words.enumerated() { #expect(value(trie, word) == index) }
    #expect(value(trie, "bộ ngoại") == nil)
    #expect(value(trie, "bộ trưởng") == nil)
  }

  @Test func growsWithoutLosingAWord() {
    var trie = SyllableTrie(capacity: 1)
    for index in 0..<2000 { trie.insert(keys("w\(index) x"), value: index) }
    #expect((0..<2000).allSatisfy { (number: Int) in value(trie, "w\(number) x") == number })
  }

  @Test func theFirstValueStays() {
    var trie = SyllableTrie()
    trie.insert(keys("a"), value: 1)
    #expect(trie.insert(keys("a"), value: 2) == 1)
  }
}
