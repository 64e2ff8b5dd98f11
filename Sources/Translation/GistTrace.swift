import Annotation
import Terminology
package import TextModel
import Vietnamese

extension GistSentence {
  /// The sentence with the origin of every word.
  package func traced(by engine: GistEngine) -> TranslatedSentence {
    TranslatedSentence(
      text: text, engine: GistEngine.engineName, confidence: confidence(engine), joints: joints,
      words: words.map { traced($0, engine) })
  }

  /// Phrases that no rule bridged, marks not counted.
  package var joints: Int {
    max(0, derivation.roots.count { !isMark($0) } - 1)
  }

  /// The chance that the English is among the better half of news sentences; 0 where there are no words.
  package func confidence(_ engine: GistEngine) -> Double {
    confidenceFeatures(engine).map(engine.confidenceModel.confidence) ?? 0
  }

  private func isMark(_ node: Int) -> Bool {
    let place = derivation.nodes[node]
    if place.edge < 0 { return place.children.count == 1 && isMark(place.children[0]) }
    return Tags.marks.contains(lattice.edges[place.edge].tag)
  }

  private func traced(_ word: EnglishWord, _ engine: GistEngine) -> TranslatedWord {
    let rules = rules(above: word.node, engine)
    guard word.edge >= 0 else {
      return TranslatedWord(
        text: word.text, span: nil, entry: "rule", rules: rules, alternatives: [])
    }
    let edge = lattice.edges[word.edge]
    let span = TextSpan(lattice.tokens[edge.start].start, lattice.tokens[edge.end - 1].end)
    var others: [String] = []
    for number in edge.alternatives {
      let english = engine.reader.entry(number).en
      if english != word.text, !others.contains(english) { others.append(english) }
    }
    let entry = edge.entry < 0 ? edge.origin : engine.reader.entry(edge.entry).name
    return TranslatedWord(
      text: word.text, span: span, entry: entry, rules: rules, alternatives: others)
  }

  /// The rules from a node up to its piece.
  private func rules(above node: Int, _ engine: GistEngine) -> [String] {
    var rules: [String] = []
    var node = node
    while node >= 0 {
      let place = derivation.nodes[node]
      if place.rule >= 0 { rules.append(engine.grammar.rules[place.rule].id) }
      node = place.parent
    }
    return rules
  }

  /// The derivation as lines indented by depth: category and rule, or Vietnamese and entry.
  package func tree(_ engine: GistEngine, bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for root in derivation.roots { draw(root, depth: 0, engine, bytes, &lines) }
    return lines
  }

  private func draw(
    _ node: Int, depth: Int, _ engine: GistEngine, _ bytes: [UInt8], _ lines: inout [String]
  ) {
    let place = derivation.nodes[node]
    let indent = String(repeating: "  ", count: depth)
    guard place.edge >= 0 else {
      let rule = engine.grammar.rules[place.rule]
      lines.append("\(indent)\(engine.grammar.symbols.names[rule.result]) \(rule.id)")
      for child in place.children { draw(child, depth: depth + 1, engine, bytes, &lines) }
      return
    }
    let edge = lattice.edges[place.edge]
    let start = lattice.tokens[edge.start].start
    let end = lattice.tokens[edge.end - 1].end
    let surface = String(decoding: bytes[start..<end], as: UTF8.self)
    let entry = edge.entry < 0 ? edge.origin : engine.reader.entry(edge.entry).name
    lines.append("\(indent)\(Tags.all[edge.tag]) '\(surface)' \(start)-\(end) \(entry)")
  }
}
