import TestSupport
import Testing

@testable import Translation
@testable import Workflow

@Suite struct VerbGroupTests {
  private func english(
    _ lemma: String, _ change: (inout EnglishRequest) -> Void
  ) throws -> String {
    var request = EnglishRequest()
    change(&request)
    return VerbGroup(
      forms: try Repository.workbench().gistEngine().forms, request: request, defaultTense: .past,
      edge: -1, node: 0
    ).words(lemma: lemma).map(\.text).joined(separator: " ")
  }

  private func words(_ text: String) -> [EnglishWord] {
    text.split(separator: " ").map { EnglishWord(text: String($0), edge: -1, node: 0) }
  }

  @Test(arguments: [
    ("can", "being able to take"), ("cannot", "being unable to take"),
    ("could not", "being unable to take"), ("can certainly", "certainly being able to take"),
    ("must", "having to take"), ("should", "taking"), ("should not", "not taking"),
  ])
  func aModalKeepsItsSenseInOtherForms(modal: String, expected: String) throws {
    let found = try english("take") {
      $0.form = .ing
      $0.modal = words(modal)
    }
    #expect(found == expected)
  }

  @Test func tenseVoiceAndAspectCombine() throws {
    #expect(try english("take part") { _ in } == "took part")
    #expect(try english("take") { $0.tense = .fut } == "will take")
    #expect(try english("take") { $0.isPassive = true } == "was taken")
    #expect(
      try english("take") {
        $0.isProgressive = true; $0.isPassive = true
      } == "was being taken")
    #expect(
      try english("take") {
        $0.tense = .fut; $0.isPassive = true
      } == "will be taken")
    #expect(
      try english("take") {
        $0.isPerfect = true; $0.tense = .pres
      } == "has taken")
    #expect(
      try english("take") {
        $0.form = .ing; $0.isPassive = true
      } == "being taken")
    #expect(
      try english("take") {
        $0.form = .pp; $0.isPassive = true
      } == "taken")
    #expect(try english("be aware") { $0.isProgressive = true } == "was aware")
    #expect(try english("be trapped") { $0.isPassive = true } == "was trapped")
  }

  @Test func willIsBackshiftedInWhatSomeoneSaid() throws {
    #expect(
      try english("take") {
        $0.tense = .fut; $0.isReported = true
      } == "would take")
  }

  @Test func negationTakesDoOrTheAuxiliary() throws {
    let not = words("not")
    #expect(try english("take") { $0.negation = not } == "did not take")
    #expect(try english("be ill") { $0.negation = not } == "was not ill")
    #expect(
      try english("take") {
        $0.negation = not; $0.tense = .fut
      } == "will not take")
    #expect(
      try english("take") {
        $0.negation = not; $0.form = .base
      } == "not take")
    #expect(
      try english("take") {
        $0.negation = not; $0.modal = words("need to"); $0.tense = .pres
      }
        == "does not need to take")
  }

  @Test func theSubjectAgrees() throws {
    #expect(try english("take") { $0.tense = .pres } == "takes")
    #expect(
      try english("take") {
        $0.tense = .pres; $0.subject = (3, true)
      } == "take")
    #expect(
      try english("be") {
        $0.tense = .pres; $0.subject = (1, false)
      } == "am")
    #expect(try english("be") { $0.subject = (3, true) } == "were")
  }

  @Test func adverbsStandAfterTheFirstAuxiliary() throws {
    let also = [words("also")]
    #expect(try english("take") { $0.adverbs = also } == "also took")
    #expect(
      try english("take") {
        $0.adverbs = also; $0.tense = .fut
      } == "will also take")
    #expect(try english("be ill") { $0.adverbs = also } == "was also ill")
  }

  @Test func anAdverbAtTheHeadOfTheLemmaTakesNoEnding() throws {
    #expect(try english("strongly oppose") { _ in } == "strongly opposed")
    #expect(try english("strictly handle") { $0.isPassive = true } == "was strictly handled")
    #expect(try english("closely monitor") { $0.tense = .fut } == "will closely monitor")
    #expect(try english("closely monitor") { $0.form = .ing } == "closely monitoring")
    #expect(
      try english("closely monitor") { $0.adverbs = [words("always")] }
        == "always closely monitored")
    #expect(try english("comply with") { _ in } == "complied with")
    #expect(try english("supply") { $0.isPassive = true } == "was supplied")
  }

  @Test func aSecondVerbInTheLemmaTakesTheSameEnding() throws {
    #expect(try english("buy and sell") { _ in } == "bought and sold")
    #expect(try english("buy and sell") { $0.tense = .pres } == "buys and sells")
    #expect(try english("buy and sell") { $0.isPassive = true } == "was bought and sold")
    #expect(try english("buy and sell") { $0.form = .ing } == "buying and selling")
    #expect(try english("buy and sell") { $0.form = .to } == "to buy and sell")
    #expect(try english("be safe and sound") { _ in } == "was safe and sound")
    #expect(try english("ensure security and order") { _ in } == "ensured security and order")
  }
}
