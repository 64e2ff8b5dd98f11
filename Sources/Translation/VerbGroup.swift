/// Builds the verbs of a clause: modal, tense, aspect, voice, negation and adverbs in English order.
struct VerbGroup {
  let forms: EnglishForms
  let request: EnglishRequest
  /// The tense when no word gives one.
  let defaultTense: Tense
  let edge: Int
  let node: Int

  /// A verb of the chain and the form it asks of the next.
  private struct Link {
    var words: [EnglishWord]
    let asks: VerbForm
    var isModal = false
    var isMain = false
  }

  private func word(_ text: String) -> EnglishWord {
    EnglishWord(text: text, edge: edge, node: node)
  }

  private func words(_ text: String) -> [EnglishWord] {
    text.split(separator: " ").map { word(String($0)) }
  }

  /// The words for a verb given by its lemma, such as `take part in`.
  ///
  /// An adverb at its head stays as it is: `strictly handle` → *was strictly handled*.
  func words(lemma: String) -> [EnglishWord] {
    if let cut = forms.endOfLeadingAdverb(lemma) {
      var rest = request
      rest.adverbs.append(words(String(lemma[..<cut])))
      return VerbGroup(
        forms: forms, request: rest, defaultTense: defaultTense, edge: edge, node: node
      ).words(lemma: String(lemma[cut...].dropFirst()))
    }
    var links = chain()
    if lemma == "be" || lemma.hasPrefix("be "), request.isPassive || request.isProgressive,
      !links.isEmpty
    {
      links.removeLast()
    }
    links.append(Link(words: words(lemma), asks: .base, isMain: true))
    if request.isConjunct, links.count > 1 {
      let form = links[links.count - 2].asks
      return adverbs() + inflect(links[links.count - 1], form)
    }
    switch request.form ?? .finite {
    case .finite: return finite(&links)
    case .base: return nonfinite(&links, .base)
    case .to: return [word("to")] + nonfinite(&links, .base)
    case .ing: return nonfinite(&links, .ing)
    case .pp:
      if request.isPassive, !lemma.hasPrefix("be ") { links.remove(at: links.count - 2) }
      return nonfinite(&links, .pp)
    }
  }

  private func chain() -> [Link] {
    var links: [Link] = []
    if !request.modal.isEmpty {
      let first = request.modal[0].text
      let isModal = forms.modals[first] != nil
      links.append(Link(words: request.modal, asks: .base, isModal: isModal))
    } else if request.tense == .fut {
      let isBackshifted = request.isReported && defaultTense == .past
      links.append(
        Link(words: [word(isBackshifted ? "would" : "will")], asks: .base, isModal: true))
    }
    if request.isPerfect { links.append(Link(words: [word("have")], asks: .pp)) }
    if request.isProgressive { links.append(Link(words: [word("be")], asks: .ing)) }
    if request.isPassive { links.append(Link(words: [word("be")], asks: .pp)) }
    return links
  }

  private func adverbs() -> [EnglishWord] { request.adverbs.flatMap { $0 } }

  private func nonfinite(_ links: inout [Link], _ form: VerbForm) -> [EnglishWord] {
    let modal = links[0].isModal ? withoutModal(&links) : []
    var result = modal + request.negation + adverbs()
    var next = form
    for link in links {
      result += inflect(link, next)
      next = link.asks
    }
    return result
  }

  /// Puts other words for a modal, which has no such form (*cannot* → *being unable to*); what of it
  /// stands before the verb is given back.
  private func withoutModal(_ links: inout [Link]) -> [EnglishWord] {
    let modal = links.removeFirst().words
    let count = modal.dropFirst().first?.text == "not" ? 2 : 1
    let name = modal.prefix(count).map(\.text).joined(separator: " ")
    guard let other = forms.nonfiniteModals[name] else { return Array(modal.dropFirst()) }
    links.insert(Link(words: words(other), asks: .base), at: 0)
    return Array(modal.dropFirst(count))
  }

  private func finite(_ links: inout [Link]) -> [EnglishWord] {
    let tense = request.tense == .fut ? .pres : request.tense ?? defaultTense
    var negation = request.negation
    let isPlainNot = negation.first?.text == "not"
    if isPlainNot, let first = links.first, !first.isModal, first.words.first?.text != "be",
      !(first.words.first?.text == "have" && first.asks == .pp)
    {
      links.insert(Link(words: [word("do")], asks: .base), at: 0)
    }
    let first = links.removeFirst()
    var result = finite(first, tense)
    let isAuxiliary = !first.isMain || first.words.first?.text == "be"
    if isPlainNot, first.isModal, result.first?.text == "can" {
      result[0].text = "cannot"
      negation.removeFirst()
    }
    if isAuxiliary {
      let head = result.removeFirst()
      result = [head] + negation + adverbs() + result
    } else {
      result = negation + adverbs() + result
    }
    var next = first.asks
    for link in links {
      result += inflect(link, next)
      next = link.asks
    }
    return result
  }

  private func finite(_ link: Link, _ tense: Tense) -> [EnglishWord] {
    (link.isMain ? request.lead : []) + finiteForm(link, tense)
  }

  private func finiteForm(_ link: Link, _ tense: Tense) -> [EnglishWord] {
    guard var head = link.words.first else { return [] }
    let subject = request.subject ?? (3, false)
    let rest = link.words.dropFirst()
    if link.isModal {
      if tense == .past, request.tense != .fut { head.text = forms.modals[head.text] ?? head.text }
      return [head] + rest
    }
    if head.text == "be" {
      head.text = be(tense, subject)
      return [head] + rest
    }
    if tense == .past {
      guard head.text == "do", !link.isMain else { return changed(link.words, by: forms.past) }
      head.text = "did"
      return [head] + rest
    }
    guard subject.person == 3, !subject.isPlural else { return link.words }
    return changed(link.words, by: forms.third)
  }

  /// The first verb in another form, and its mate in pairs such as `prevent and combat`.
  private func changed(_ words: [EnglishWord], by form: (String) -> String) -> [EnglishWord] {
    var words = words
    words[0].text = form(words[0].text)
    if words.count > 2, words[1].text == "and" || words[1].text == "or" {
      words[2].text = form(words[2].text)
    }
    return words
  }

  private func be(_ tense: Tense, _ subject: (person: Int, isPlural: Bool)) -> String {
    let isPlural = subject.isPlural || subject.person == 2
    if tense == .past { return isPlural ? "were" : "was" }
    return isPlural ? "are" : subject.person == 1 ? "am" : "is"
  }

  private func inflect(_ link: Link, _ form: VerbForm) -> [EnglishWord] {
    guard !link.words.isEmpty else { return [] }
    let lead = link.isMain ? request.lead : []
    switch form {
    case .base, .to: return lead + link.words
    case .ing: return lead + changed(link.words, by: forms.ing)
    case .pp: return lead + changed(link.words) { $0 == "be" ? "been" : forms.participle($0) }
    case .finite: return finite(link, request.tense ?? defaultTense)
    }
  }
}
