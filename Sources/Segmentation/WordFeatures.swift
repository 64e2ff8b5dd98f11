import TextModel
import Vietnamese

/// The features of words in a sentence, spelled as Tests/Scripts/train_words.py spells them.
struct WordFeatures {
  let model: WordModel
  /// The lower case of each token, one after the other, with where each starts.
  private var lower: [UInt8] = []
  private var starts: [Int] = [0]
  /// `p` mark, `n` number, `A` all capitals, `C` capitalized, `l` other.
  private(set) var shapes: [UInt8] = []

  init(_ tokens: ArraySlice<Token>, bytes: [UInt8], model: WordModel) {
    self.model = model
    for token in tokens {
      var offset = token.start
      while offset < token.end {
        let (scalar, length) = bytes.scalar(at: offset)
        let small = Letters.lower(scalar)
        if small == scalar {
          lower += bytes[offset..<(offset + length)]
        } else {
          lower += Array(String(Character(Unicode.Scalar(small) ?? " ")).utf8)
        }
        offset += length
      }
      starts.append(lower.count)
      shapes.append(Self.shape(token, bytes))
    }
  }

  private static func shape(_ token: Token, _ bytes: [UInt8]) -> UInt8 {
    if token.kind == .mark { return UInt8(ascii: "p") }
    if Tokenizer.isDigit(UInt32(bytes[token.start])) { return UInt8(ascii: "n") }
    if token.isAllCapitals { return UInt8(ascii: "A") }
    return UInt8(ascii: token.isCapitalized ? "C" : "l")
  }

  func text(_ index: Int) -> ArraySlice<UInt8> { lower[starts[index]..<starts[index + 1]] }

  private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(min(number, 9)) }

  /// How often the word stands in the treebank.
  func count(_ range: Range<Int>) -> Int {
    var hash = FeatureHash()
    for index in range {
      if index > range.lowerBound { hash.add(UInt8(ascii: " ")) }
      hash.add(text(index))
    }
    return model.count(hash)
  }

  /// The weight of a word: its entry, its count, its capitals, its neighbour's.
  func word(_ range: Range<Int>, entry: WordLexicon.Word?, count: Int) -> Int {
    let length = digit(min(range.count, 5))
    var sum = 0
    if let entry {
      var name = FeatureHash("L")
      name.add(String(entry.kind))
      name.add(digit(entry.band))
      sum += model.weight(name.adding(UInt8(ascii: ":")).adding(length))
      var tag = FeatureHash("T")
      tag.add(entry.tag)
      sum += model.weight(tag.adding(UInt8(ascii: ":")).adding(length))
    } else {
      sum += model.weight(FeatureHash("N:").adding(length))
    }
    if count > 0 {
      let bucket = digit(min(6, Int.bitWidth - 1 - count.leadingZeroBitCount))
      sum += model.weight(
        FeatureHash("F").adding(bucket).adding(UInt8(ascii: ":")).adding(length))
    }
    return sum + capitals(range, length) + context(range)
  }

  private func capitals(_ range: Range<Int>, _ length: UInt8) -> Int {
    var pattern = FeatureHash("S")
    if range.count <= 4 {
      pattern.add(shapes[range])
    } else {
      pattern = pattern.adding(shapes[range.lowerBound]).adding(UInt8(ascii: "+"))
        .adding(digit(min(range.count, 6)))
    }
    if range.lowerBound == 0 || shapes[range.lowerBound - 1] == UInt8(ascii: "p") {
      pattern.add(UInt8(ascii: "s"))
    }
    var sum = model.weight(pattern)
    if range.count == 1 {
      sum += model.weight(FeatureHash("u").adding(text(range.lowerBound)))
    } else if shapes[range].allSatisfy({ $0 == UInt8(ascii: "C") || $0 == UInt8(ascii: "A") }) {
      sum += model.weight(FeatureHash("m").adding(length))
      sum += model.weight(FeatureHash("f").adding(text(range.lowerBound)))
    }
    return sum
  }

  private func context(_ range: Range<Int>) -> Int {
    guard range.upperBound < shapes.count else { return 0 }
    return model.weight(
      FeatureHash("R").adding(shapes[range.lowerBound]).adding(shapes[range.upperBound - 1])
        .adding(shapes[range.upperBound]).adding(digit(min(range.count, 3))))
  }

  /// The weight of joining a token to the one before it.
  func join(_ index: Int) -> Int {
    let (before, after) = (text(index - 1), text(index))
    var sum = model.weight(
      FeatureHash("j").adding(before).adding(UInt8(ascii: " ")).adding(after))
    sum += model.weight(FeatureHash("a").adding(before))
    sum += model.weight(FeatureHash("b").adding(after))
    return sum + model.weight(FeatureHash("h").adding(shapes[index - 1]).adding(shapes[index]))
  }
}
