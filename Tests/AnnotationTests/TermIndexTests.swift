import Terminology
import TestSupport
import Testing
import TextModel
import Vietnamese

@testable import Annotation

/// What is put into an index is found again, whatever the words and however many there are.
@Suite struct TermIndexTests {
  private static let syllables = [
    "hòa", "hoà", "bình", "Bình", "NATO", "4G", "g7", "nghiêng", "trường", "Trường", "quốc", "tế",
    "OPEC+", "Mỹ-Trung", "đ", "Đ", "chuyên-nghiệp", "nghiêngnghiêngnghiêng", "a\u{A0}b", "l’Est",
    "1.234,5", "7/12", "«x»",
  ]

  private func tokenizer() throws -> Tokenizer {
    Tokenizer(try Repository.workbench().language.table)
  }

  private func spelling(_ random: inout SeededGenerator, upTo count: Int) -> String {
    (0..<Int.random(in: 1...count, using: &random)).compactMap { _ in
      Self.syllables.randomElement(using: &random)
    }.joined(separator: " ")
  }

  @Test(arguments: 1...40) func wordsAreNumberedAsTheTokenizerCutsThem(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let tokenizer = try tokenizer()
    var numbers = WordNumbers(tokenizer)
    for _ in 0..<60 {
      let bytes = Array(("x " + spelling(&random, upTo: 6) + " y").utf8)
      let range = 2..<(bytes.count - 2)
      var words: [WordNumbers.Word] = []
      numbers.append(bytes, in: range, to: &words)
      let tokens = tokenizer.tokens(bytes, in: range)
      #expect(words.map { numbers.keys[Int($0.number)] } == tokens.map(\.key.value))
      #expect(words.map(\.isCapitalized) == tokens.map(\.isCapitalized))
      #expect(words.map(\.isLoud) == tokens.map { $0.isAllCapitals || $0.kind != .word })
      for (word, token) in zip(words, tokens) {
        let first = bytes[token.start]
        #expect(numbers.isDigit[Int(word.number)] == (first >= 0x30 && first <= 0x39))
      }
    }
    #expect(Set(numbers.keys).count == numbers.keys.count)
  }

  @Test(arguments: 1...12) func spellingsAreOrderedByTheirWords(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let limit = [3, 40, 2_100_000][seed % 3]
    let words = (0..<200).map { _ in
      (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Int32.random(in: 0..<Int32(limit), using: &random) % Int32.random(in: 1...4, using: &random)
      }
    }
    var ends: [Int32] = []
    for word in words { ends.append((ends.last ?? 0) + Int32(word.count)) }
    let ids = Array(words.joined())
    let order = SpellingOrder(ids: ids, ends: ends, limit: limit)
    let expected = words.enumerated().sorted { left, right in
      left.element == right.element
        ? left.offset < right.offset : left.element.lexicographicallyPrecedes(right.element)
    }
    #expect(order.spellings == expected.map { Int32($0.offset) })
    #expect(order.words.count == Set(words).count && order.first.count == order.words.count + 1)
    for (number, place) in order.words.enumerated() {
      for index in order.first[number]..<order.first[number + 1] {
        #expect(words[Int(order.spellings[Int(index)])] == Array(ids[place]))
      }
    }
    let keys = (0..<UInt64(limit)).prefix(4).map { $0 }
    let trie = CompactTrie(syllables: keys, ids: ids, words: order.words)
    for (value, place) in order.words.enumerated() {
      let node = ids[place].reduce(CompactTrie.root) { trie.child(of: $0, $1) }
      #expect(trie.value(at: node) == Int32(value))
    }
    #expect(trie.child(of: CompactTrie.root, CompactTrie.unknown) == 0)
  }

  @Test(arguments: 1...12) func everySpellingLeadsToItsEntriesInOrderOfPriority(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let tokenizer = try tokenizer()
    let glossaries = (1...3).map { number in
      Glossary(
        name: "g\(number)",
        entries: (0..<120).map { index in
          var entry = TermEntry()
          entry.vi = spelling(&random, upTo: 3)
          entry.en = "g\(number)-\(index)"
          entry.tag = WordTag.allCases.randomElement(using: &random) ?? .noun
          if Bool.random(using: &random) { entry.variants = [spelling(&random, upTo: 4)] }
          if index % 9 == 0 { entry.condition.next = [spelling(&random, upTo: 2)] }
          return entry
        })
    }
    let index = TermIndex(
      glossaries: glossaries, vocabulary: ["g3"], codes: CountryCodes([]), tokenizer: tokenizer)
    let entries = glossaries.flatMap { Array($0.entries) }
    for entry in entries {
      for spelling in [entry.vi] + entry.variants {
        let keys = tokenizer.tokens(Array(spelling.utf8)).map(\.key)
        let expected = entries.flatMap { other in
          ([other.vi] + other.variants).filter {
            tokenizer.tokens(Array($0.utf8)).map(\.key) == keys
          }.map { _ in other.en }
        }
        let found = index.entries(spelled: tokenizer.tokens(Array(spelling.utf8)))
        #expect(found.map(\.en) == expected)
        for (left, right) in zip(keys, keys.dropFirst()) {
          #expect(index.pairs.contains(left, right))
        }
      }
    }
    #expect(!index.contains(tokenizer.tokens(Array("không đâu có".utf8))))
  }

  @Test func aLongSetIsTheSameAsItsParts() throws {
    // More entries than one stretch holds.
    let tokenizer = try tokenizer()
    let entries = (0..<40_000).map { number in
      var entry = TermEntry()
      entry.vi = "từ \(number % 30_000)"
      entry.en = "word \(number)"
      if number == 39_999 { entry.condition.countries = ["VN"] }
      return entry
    }
    let index = TermIndex(
      glossaries: [Glossary(name: "long", entries: entries)], vocabulary: [],
      codes: CountryCodes([]), tokenizer: tokenizer)
    for number in [0, 9_999, 15_999, 16_000, 29_999] {
      let found = index.entries(spelled: tokenizer.tokens(Array("từ \(number)".utf8)))
      let expected = [number, number + 30_000].filter { $0 < 40_000 }.map { "word \($0)" }
      #expect(found.map(\.en) == expected)
    }
    #expect(index.contexts.count == 1)
    let fact = try #require(index.facts.last)
    #expect(fact.condition == 0)
  }
}
