import TextModel

/// What a piece's neighbours and the whole page say about it.
struct PieceContext: Sendable {
  /// The piece repeats the headline, perhaps with the number of a picture.
  var repeatsHeadline = false
  /// The same text stands elsewhere on the page.
  var isRepeated = false
  var nextIsProse = false
  /// A neighbour on the same line looks like a title too: a pair of links.
  var isLinkPair = false
  /// Stands between two table bars.
  var isBetweenBars = false
  /// Follows the alternative text of a picture on the same line.
  var followsPictureText = false
  /// Is the first running text of the page, and no caption stands before it.
  var isFirstProse = false
  /// The role of a stamp before the first sentence: an outlet's or a place's.
  var stampRole: BlockRole?
  /// Prose still to come, this piece included.
  var proseAhead = 0
  /// Stands in a row of five or more short lines.
  var isInMenu = false
  /// A cue says that it is a control of the page.
  var isControl = false
  /// The piece chosen as the headline before roles are given.
  var isLikelyHeadline = false
  /// Stands at most three pieces above the likely headline.
  var isAboveHeadline = false
  /// The box that a heading before it opened.
  var box: StructureCues.Cue.Box?
  /// Belongs to a poll.
  var isInPoll = false
  /// Stands between two controls of the page.
  var isBetweenControls = false
  /// Belongs to a table with a line for each cell.
  var isInTable = false
  /// One of several titles in a row.
  var isInTitleRun = false
  /// All its words stand in a longer piece too.
  var isPullQuote = false
  /// The next piece credits a picture.
  var nextIsPhotoCredit = false
  /// Follows the alternative text or the number of a picture.
  var followsPicture = false
  /// Running text stands before and after it.
  var isBetweenProse = false
  /// Running text with more of it right before or after.
  var isRunning = false
  /// Running text stands somewhere before it.
  var followsText = false
  /// A heading over comments or links that is one of the page's controls, with the article below it.
  var isIdleHeading = false
  /// A short sentence without a word that tells or argues, between running text.
  var isPlainSentence = false
  /// A turn of a conversation: its speaker's name and a colon stand before other pieces too.
  var isTurn = false
  /// One of the short lines between a line that ends with a colon and the next running text.
  var isInList = false
  /// Follows the mark that ends a story, `./.`, before any control.
  var followsStory = false
  /// Follows a label such as `Chụp lại hình ảnh,` on a line of its own.
  var followsCaptionLabel = false
  /// Below the imprint of the page, where no further heading over links stands.
  var isFooter = false
  /// On one line with a date.
  var isBesideDate = false
  /// The name of a paper or site, alone.
  var isSiteName = false
  /// Below the text, the name of a paper, site or company with its address.
  var isImprint = false
  /// A title between running text that reads like a link: a topic with a colon, or a question.
  var isLoneLink = false
  /// The first sentence of a line to which the next was glued.
  var isGluedSentence = false
  /// A name that stands elsewhere on the page too.
  var repeatsName = false
  /// Stands below the likely headline, or the page has none.
  var isBelowHeadline = true
  /// Today's date in the head of the page: the article has one of its own.
  var isPageClock = false
  /// Stands in a trail of sections, with `>` or `/` beside it.
  var isInTrail = false
  /// Part of a list of other articles: a title, its date, the text below.
  var isListed = false
  /// Names who said the pull quote before it.
  var followsPullQuote = false
  /// A line right after running text, before controls or the end of the page.
  var isLastLine = false
  /// The next running text after the first.
  var isSecondProse = false
}
