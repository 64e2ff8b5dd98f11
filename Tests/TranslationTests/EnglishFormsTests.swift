import TestSupport
import Testing

@testable import Translation
@testable import Workflow

@Suite struct EnglishFormsTests {
  private func forms() throws -> EnglishForms { try Repository.workbench().gistEngine().forms }

  @Test func verbsTakeTheirForms() throws {
    let forms = try forms()
    for (base, third, past, pp, ing) in [
      ("stop", "stops", "stopped", "stopped", "stopping"),
      ("take", "takes", "took", "taken", "taking"), ("die", "dies", "died", "died", "dying"),
      ("carry", "carries", "carried", "carried", "carrying"),
      ("agree", "agrees", "agreed", "agreed", "agreeing"),
      ("have", "has", "had", "had", "having"), ("go", "goes", "went", "gone", "going"),
      ("visit", "visits", "visited", "visited", "visiting"),
      ("refer", "refers", "referred", "referred", "referring"),
      ("play", "plays", "played", "played", "playing"),
      ("push", "pushes", "pushed", "pushed", "pushing"),
    ] {
      #expect(forms.third(base) == third)
      #expect(forms.past(base) == past)
      #expect(forms.participle(base) == pp)
      #expect(forms.ing(base) == ing)
    }
  }

  @Test func nounsTakeTheirPlural() throws {
    let forms = try forms()
    for (singular, plural) in [
      ("country", "countries"), ("crisis", "crises"),
      ("member of parliament", "members of parliament"),
      ("policewoman", "policewomen"), ("church", "churches"), ("day", "days"),
      ("child", "children"),
      ("human", "humans"), ("head of state", "heads of state"),
    ] { #expect(forms.plural(singular, forms: "") == plural) }
    #expect(forms.plural("attorney general", forms: "pl=attorneys general") == "attorneys general")
  }

  @Test func adjectivesAreCompared() throws {
    let forms = try forms()
    for (base, comparative, superlative) in [
      ("large", "larger", "largest"), ("big", "bigger", "biggest"),
      ("happy", "happier", "happiest"),
      ("good", "better", "best"), ("important", "more important", "most important"),
      ("tired", "more tired", "most tired"),
    ] {
      #expect(forms.comparative(base) == comparative)
      #expect(forms.superlative(base) == superlative)
    }
  }

  @Test func theIndefiniteArticleFollowsTheSound() throws {
    let forms = try forms()
    for (word, article) in [
      ("apple", "an"), ("house", "a"), ("hour", "an"), ("university", "a"), ("US", "a"),
      ("MP", "an"), ("NATO", "an"), ("8", "an"), ("European", "a"), ("Ukrainian", "a"),
    ] { #expect(forms.indefinite(before: word) == article, "\(word)") }
  }

  @Test func numbersOrderAndMeasure() throws {
    let forms = try forms()
    for (number, ordinal) in [
      ("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th"), ("12", "12th"),
      ("13", "13th"), ("21", "21st"), ("89", "89th"), ("112", "112th"), ("two", "second"),
      ("for the third time", "third"),
    ] { #expect(forms.ordinal(number) == ordinal) }
    #expect(forms.attributive("20 years old") == "20-year-old")
    #expect(forms.attributive("6 feet") == "6-foot")
  }

  @Test func adjectivesBecomeAdverbs() throws {
    let forms = try forms()
    for (adjective, adverb) in [
      ("strong", "strongly"), ("heavy", "heavily"), ("simple", "simply"), ("good", "well"),
      ("economic", "economically"), ("fast", "fast"), ("serious", "seriously"),
    ] { #expect(forms.adverb(adjective) == adverb) }
    #expect(forms.adverb("very strong") == nil)
  }

  @Test func quantitiesOfWhatHasNoPlural() throws {
    let forms = try forms()
    #expect(forms.ofMass("many") == "much")
    #expect(forms.ofMass("a few") == "a little")
    #expect(forms.ofMass("all") == "all")
    #expect(forms.isGroup("local voter") && !forms.isGroup("house"))
    #expect(forms.isHuman("police officer") && !forms.isHuman("house"))
    #expect(forms.pronoun(forHonorific: "Ms.") == "she")
    #expect(forms.reflexive("they") == "themselves")
  }
}
