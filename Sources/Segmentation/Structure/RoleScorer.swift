import TextModel
import Vietnamese

/// The part of a page: what may stand there differs.
enum Zone: Int, CaseIterable, Sendable {
  case beforeHeadline, head, lede, underLede, body, tail
}

extension Zone {
  /// Running text does not stand here.
  var isFurniture: Bool { self == .beforeHeadline || self == .head || self == .underLede }
}

/// A role in a zone, with what speaks for it.
struct RoleScore: Sendable {
  let zone: Zone
  let role: BlockRole
  let score: Double
  let reason: String
}

/// Scores every role that a piece may have in every zone.
///
/// Weights are hand-set on a scale where 1 is a hint and 5 nearly proof; they were chosen on pages
/// written for the purpose and checked on others.
struct RoleScorer: Sendable {
  let features: PieceFeatures
  let context: PieceContext
  let cues: [StructureCues.Cue]
  let markup: MarkupHints?

  /// The reason of a stamp, which the metadata reader looks for.
  static let stampReason = "a stamp before the first sentence"

  func scores() -> [RoleScore] {
    Zone.allCases.flatMap { zone in
      roles(in: zone).map { role in
        let (score, reason) = score(role, in: zone)
        return RoleScore(zone: zone, role: role, score: score, reason: reason)
      }
    }
  }

  private func roles(in zone: Zone) -> [BlockRole] {
    switch zone {
    case .beforeHeadline: [.section, .headline, .widget, .dateline, .credit, .related]
    case .head: [.section, .dateline, .credit, .widget, .related, .caption]
    case .lede: [.lede]
    case .underLede: [.dateline, .credit, .widget]
    case .body: [.body, .caption, .related, .widget, .dateline]
    case .tail: [.credit, .widget, .teaser]
    }
  }

  private func score(_ role: BlockRole, in zone: Zone) -> (Double, String) {
    var total = 0.0
    var best: (value: Double, reason: String) = (0, "by its place on the page")
    func add(_ value: Double, _ reason: String) {
      total += value
      if value > best.value { best = (value, reason) }
    }
    for cue in cues {
      let speaksFor = cue.role == role || (zone == .tail && role == .teaser && cue.role == .related)
      if speaksFor { add(weight(of: cue), "\(cue.reason): '\(cue.text)'") }
      if cue.endsArticle, zone != .tail, zone != .beforeHeadline, context.followsText,
        !context.isIdleHeading
      {
        add(-4 - 2 * Double(3 - min(3, context.proseAhead)), "")
      }
    }
    for (value, reason) in shape(role, zone) { add(value, reason) }
    if features.isProse, zone.isFurniture, role != .caption { add(-9, "") }
    if let markup {
      if let hint = markup.weights[role] { add(hint.weight, hint.reason) }
      for (value, reason) in link(role, zone, markup) { add(value, reason) }
    }
    if context.isLikelyHeadline, role != .headline { add(-4, "") }
    if context.stampRole == role { add(9, Self.stampReason) }
    return (total, best.reason)
  }

  /// A sentence may begin with the words of a label: `Đọc thêm một trang sách, bớt một giờ …`.
  private func weight(of cue: StructureCues.Cue) -> Double {
    let isSentence =
      features.isProse && !features.endsQuestion && cue.role == .related && cue.match == .prefix
      && cue.endsInWord
    return isSentence ? 1 : cue.weight
  }

  private typealias Hint = (Double, String)

  private func shape(_ role: BlockRole, _ zone: Zone) -> [Hint] {
    switch role {
    case .section: section(zone)
    case .headline: headline()
    case .dateline: dateline(zone)
    case .lede: lede()
    case .caption: caption(zone)
    case .related: related(zone)
    case .body: body(zone)
    case .credit: credit(zone)
    case .widget: widget(zone)
    case .teaser: teaser()
    }
  }

  /// What it means that all of a piece is a link.
  private func link(_ role: BlockRole, _ zone: Zone, _ markup: MarkupHints) -> [Hint] {
    guard markup.isLink else { return [] }
    switch role {
    case .body, .lede: return [(-6, "")]
    case .related: return [(zone == .body ? 3 : 0, "a link inside the article")]
    case .teaser:
      let isTitle = features.length > 4 && !features.startsSmall
      return [(isTitle ? 2 : 0, "a link after the article")]
    default: return []
    }
  }

  private func section(_ zone: Zone) -> [Hint] {
    let isShort =
      features.length <= 6 && (!context.isControl || context.isInTrail) && !features.endsSentence
      && !features.hasDate
    return [
      (isShort && !features.isMarksOnly ? 1.2 : -6, "a short line above the headline"),
      (context.isInMenu && !context.isInTrail ? -5 : 0, ""),
      (
        context.isInTrail && isShort && !features.isMarksOnly
          ? (context.isControl && context.isAboveHeadline ? 6.5 : 4) : 0,
        "a step of a trail of sections"
      ),
      (isKnownSection || context.isAboveHeadline ? 0 : -2.2, ""),
      (features.isName && zone == .head && !isKnownSection ? -3 : 0, ""),
      (context.isSiteName && !isKnownSection ? -6 : 0, ""),
    ]
  }

  private var endsWithColon: Bool { features.endsWithColon }
  private var isKnownSection: Bool { cues.contains { $0.role == .section } }

  private func headline() -> [Hint] {
    var hints: [Hint] = [
      (features.isTitleLike && features.length >= 5 ? 3 : -5, "a line like a headline"),
      (features.hasDate && features.length < 8 ? -6 : 0, ""),
      (features.length > 28 ? -3 : 0, ""),
    ]
    if context.isRepeated { hints.append((2, "a line that the page repeats")) }
    if context.isLikelyHeadline { hints.append((2.5, "the first long title of the page")) }
    return hints
  }

  private func dateline(_ zone: Zone) -> [Hint] {
    if features.isTimeOnly { return [(zone == .body ? 5 : 2, "a time alone on its line")] }
    if context.isPageClock { return [(-6, "")] }
    let isDate = features.hasDate && features.length <= 14 && !features.endsSentence
    let isPlace = zone != .body && (zone != .underLede || features.hasFullDate)
    return [
      (isDate && isPlace ? 6 : -6, "a date on a line of its own"),
      (context.isListed ? -6 : 0, ""),
    ]
  }

  private func lede() -> [Hint] {
    guard features.isProse || (features.length >= 12 && !features.isTitleLike) else {
      return [(-8, "")]
    }
    return [
      (context.isFirstProse ? 5.5 : -6, "the first running text"),
      (features.length > 130 ? -3 : 0, ""),
      (context.proseAhead < 2 ? -1 : 0, ""),
    ]
  }

  private func caption(_ zone: Zone) -> [Hint] {
    var hints: [Hint] = [(-2, "")]
    if context.followsCaptionLabel { hints.append((7, "follows the label of a caption")) }
    if context.isInList || context.followsStory { hints.append((-6, "")) }
    if context.followsPictureText { hints.append((5, "follows the text of a picture")) }
    if features.length > 60 { hints.append((-4, "")) }
    if features.length < 3 { hints.append((-1, "")) }
    if features.endsWithCredit { hints.append((2.5, "a photo credit at the end")) }
    if context.nextIsPhotoCredit { hints.append((6, "a photo credit follows")) }
    let isShort = features.stops <= 1 && (4...40).contains(features.length)
    if context.followsPicture, isShort { hints.append((6.5, "follows a picture")) }
    if context.isGluedSentence, features.stops == 1, (5...22).contains(features.length),
      !features.isQuotation
    {
      hints.append((6.5, "a short sentence glued to the next"))
    }
    let isTitle =
      features.isTitleLike && !features.endsSentence && features.length >= 10 && !endsWithColon
    if context.isLoneLink { hints.append((-4, "")) }
    if context.isBetweenProse, isTitle { hints.append((4, "a line alone between running text")) }
    if context.isPlainSentence {
      hints.append((7, "a short sentence that tells nothing, alone between running text"))
    } else if context.isSecondProse, features.isShortSentence {
      hints.append((3.5, "a short sentence alone below the lede"))
    }
    if context.isBetweenProse, features.isTitleLike, features.hasDate, !features.endsSentence {
      hints.append((3, "a line with a date between running text"))
    }
    if context.isTurn { hints.append((-5, "")) }
    if context.isListed { hints.append((-6, "")) }
    let isByline = cues.contains { $0.isByline && $0.text.hasSuffix(":") }
    if endsInSource || isByline { hints.append((-5, "")) }
    return hints
  }

  /// Source or author below the last paragraph: `Nguồn: Cục Xuất nhập khẩu`, `Lê An - Ảnh: Hà Vy`.
  private var endsInSource: Bool {
    context.isLastLine && features.length <= 10
      && (features.isByline || cues.contains { $0.role == .credit && $0.match == .prefix })
  }

  private func related(_ zone: Zone) -> [Hint] {
    var hints: [Hint] = [(-2, "")]
    if features.isBracketed, features.length >= 5 {
      hints.append((6, "a line in square brackets"))
    }
    if context.isTurn { hints.append((-5, "")) }
    if context.isLoneLink { hints.append((4, "a title between running text")) }
    if context.isListed { hints.append((-4, "")) }
    if context.isLinkPair { hints.append((5, "two titles side by side")) }
    if features.isTitleLike, features.length >= 7 { hints.append((1.5, "a line like a headline")) }
    if zone != .body { hints.append((-1, "")) }
    if zone == .body, context.proseAhead == 0 { hints.append((-5, "")) }
    if context.isInTitleRun, zone != .beforeHeadline {
      hints.append((markup == nil ? 4 : 1.5, "titles in a row"))
    }
    let isSubheading = context.nextIsProse && features.length <= 9
    if context.box == .links, features.isTitleLike, !isSubheading {
      hints.append((4, "below a heading over links"))
    }
    return hints
  }

  private func body(_ zone: Zone) -> [Hint] {
    if features.isMarksOnly { return [(-6, "")] }
    var hints = boxed()
    if context.isTurn {
      hints.append((5, "a turn of a conversation"))
    } else if features.isProse {
      hints.append((4.5, "running text"))
    } else if features.endsQuestion || features.isQuotation {
      hints.append((2.5, "a question or quotation"))
    } else if features.endsSentence {
      hints.append((2, "a short sentence"))
    } else if features.isListItem {
      hints.append((3, "an item of a list"))
    } else if features.isRoster {
      hints.append((3.5, "a label and a list of names"))
    } else if features.hasTab || features.numberShare > 0.4 {
      hints.append((features.isTimeOnly ? -2 : 2, "a row of figures"))
    } else if context.nextIsProse, features.length >= 2, features.length <= 16 {
      hints.append((1, "a heading before running text"))
    } else {
      hints.append((-0.5, ""))
    }
    if features.isTruncated { hints.append((-3, "")) }
    if context.isListed { hints.append((-7, "")) }
    if context.isBetweenBars { hints.append((-6, "")) }
    if context.repeatsHeadline { hints.append((-6, "")) }
    if features.isBracketed { hints.append((-3, "")) }
    return hints
  }

  /// What boxes and repetitions say against running text, and tables for it.
  private func boxed() -> [Hint] {
    var hints: [Hint] = []
    if context.box == .links, !features.isProse, !features.isListItem { hints.append((-2, "")) }
    if context.isInList { hints.append((5, "a line of a list below a colon")) }
    if context.followsStory { hints.append((-3, "")) }
    if context.isInTable { hints.append((7, "a cell of a table")) }
    if context.isPullQuote { hints.append((-7, "")) }
    if context.isInPoll || context.box == .comments { hints.append((-6, "")) }
    if context.isInTitleRun { hints.append((-1.5, "")) }
    if context.isFirstProse { hints.append((-4, "")) }
    if context.isSecondProse, features.isShortSentence { hints.append((-2, "")) }
    let isCaptionLike = features.stops <= 1 && features.length <= 22 && !features.isQuotation
    if isCaptionLike, context.isGluedSentence || context.followsPicture { hints.append((-2.5, "")) }
    return hints
  }

  private func credit(_ zone: Zone) -> [Hint] {
    var hints: [Hint] = [(features.length > 12 ? -6 : -2, "")]
    if zone == .beforeHeadline { hints.append((context.isBesideDate ? 1 : -6, "")) }
    if features.isName { hints.append((4, "a name alone on its line")) }
    if features.hasAddress, features.length <= 8 { hints.append((5, "an address")) }
    if features.isByline { hints.append((5, "a name and what it stands for")) }
    if context.repeatsName { hints.append((2.5, "a name that the page repeats")) }
    if isKnownSection { hints.append((-5, "")) }
    if context.followsPullQuote { hints.append((-4, "")) }
    if endsInSource { hints.append((3, "a source below the last paragraph")) }
    if context.followsStory, zone == .tail, features.length <= 10 {
      hints.append((4, "below the mark that ends a story"))
    }
    if context.isBetweenControls, !context.repeatsName { hints.append((-2, "")) }
    if !features.isName, !features.isByline, zone == .underLede, cues.allSatisfy(\.isHint) {
      hints.append((-3, ""))
    }
    return hints
  }

  private func widget(_ zone: Zone) -> [Hint] {
    var hints: [Hint] = [(features.isProse ? -4 : -1.5, "")]
    if features.isMarksOnly { hints.append((6, "marks without words")) }
    if context.repeatsHeadline { hints.append((6, "repeats the headline")) }
    if features.length <= 2, zone.isFurniture { hints.append((1.5, "a word or two")) }
    if zone == .head || zone == .underLede, context.isBelowHeadline, features.length <= 6,
      !features.isName, !isKnownSection
    {
      hints.append((1.2, "a short line between headline and text"))
    }
    if context.isInMenu, zone != .tail { hints.append((1.5, "one of many short lines")) }
    if zone == .tail, features.startsSmall, features.length <= 8, !features.endsSentence,
      !features.hasAddress
    {
      hints.append((2.5, "a tag"))
    }
    if context.isPullQuote { hints.append((7.5, "repeats words of the article")) }
    if context.isInPoll { hints.append((8, "part of a poll")) }
    if context.box == .comments { hints.append((6, "below the heading of the comments")) }
    if context.box == .tags, features.length <= 6 || features.isEnumeration {
      hints.append((4.5, "below a label of tags"))
    }
    if context.isBetweenControls { hints.append((2, "between controls of the page")) }
    if features.isBracketed, features.length <= 4 { hints.append((4, "a control in brackets")) }
    if context.followsPullQuote { hints.append((6, "names who said the quotation before it")) }
    if zone == .tail, features.isDateAlone || features.isTimeOnly {
      hints.append((7, "the date of another article"))
    }
    if context.isPageClock { hints.append((9, "the date of the day")) }
    if zone == .tail, features.hasPhone, !features.isProse {
      hints.append((7, "a telephone number"))
    }
    if zone == .tail, context.isFooter { hints.append((6, "below the imprint")) }
    if zone == .tail, context.isImprint { hints.append((5, "an outlet with its address")) }
    if zone == .tail, features.length <= 5 { hints.append((2.5, "a few words after the article")) }
    return hints
  }

  private func teaser() -> [Hint] {
    var hints: [Hint] = []
    if features.isTitleLike { hints.append((2, "a title after the article")) }
    if features.isProse {
      hints.append((context.isRunning ? -1 : 0.5, "text after the article"))
    }
    if features.isRoster || context.isTurn || context.isInTable { hints.append((-3, "")) }
    if features.length <= 4 { hints.append((-1, "")) }
    if context.isRepeated { hints.append((2, "a title that the page repeats")) }
    if context.isBetweenBars { hints.append((4, "text between table bars")) }
    if features.isTruncated { hints.append((2, "text cut short")) }
    if features.isMarksOnly { hints.append((-6, "")) }
    if context.isFooter { hints.append((-3, "")) }
    if context.box == .links, features.length > 3 {
      hints.append((3, "below a heading over links"))
    } else if features.length <= 5 {
      hints.append((-1.5, ""))
    }
    if context.isLinkPair { hints.append((3, "two titles side by side")) }
    if context.isListed { hints.append((3, "one of a list of articles with their dates")) }
    if context.isControl { hints.append((-4, "")) }
    if context.box == .comments { hints.append((-4, "")) }
    if context.box == .tags, features.length <= 5 || features.isEnumeration {
      hints.append((-2, ""))
    }
    if features.startsSmall { hints.append((-2, "")) }
    return hints
  }
}
