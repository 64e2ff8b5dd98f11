import Evaluation
import Testing
import TextModel

@Suite struct ScoreTests {
  @Test func boundariesIgnoreWhiteSpace() {
    let score = BoundaryScore.score(
      found: ["Một câu.", "Hai câu. Ba."], gold: ["Một câu.", "Hai câu.", "Ba."])
    #expect(score.truePositives == 1 && score.falseNegatives == 1 && score.falsePositives == 0)
    #expect(score.precision == 1 && score.recall == 0.5)
  }

  @Test func nothingToFindIsPerfect() { #expect(Score().f1 == 1) }

  @Test func rolesAreJudgedByTheMajorityOfCharacters() {
    var score = StructureScore()
    score.add(
      blocks: [(.headline, "Tin mới"), (.body, "Một câu dài. Ảnh: A")],
      gold: [(.headline, "Tin mới"), (.body, "Một câu dài."), (.caption, "Ảnh: A")])
    #expect(score.rightRoles == 2 && score.allRows == 3)
    #expect(score.rows.truePositives == 2 && score.rows.falsePositives == 1)
    #expect(score.errors == ["caption → body: Ảnh: A"])
  }

  @Test func cutsAreJudgedInsideLinesOnly() {
    var score = StructureScore()
    score.addCuts(
      lines: ["MỹBộ trưởng", "Hai dòng"], blocks: ["Mỹ", "Bộ", "trưởng", "Hai dòng"],
      gold: [(.section, "Mỹ"), (.body, "Bộ trưởng"), (.body, "Hai"), (.body, "dòng")])
    #expect(score.glued.truePositives == 1)
    #expect(score.glued.falsePositives == 1)
    #expect(score.glued.falseNegatives == 1)
    #expect(score.cutsInBars == 0)
  }

  @Test func cutsInARowOfControlsAreNamedApart() {
    var score = StructureScore()
    score.addCuts(
      lines: ["Chia sẻFacebookMỹ rút"], blocks: ["Chia sẻ", "Facebook", "Mỹ", "rút"],
      gold: [(.widget, "Chia sẻFacebook"), (.teaser, "Mỹ rút")])
    #expect(score.glued.truePositives == 1)
    #expect(score.glued.falsePositives == 2)
    #expect(score.cutsInBars == 1)
  }

  @Test func aDateIsComparedAsFarAsTheGoldGivesIt() {
    var (gold, found) = (ArticleMetadata(), ArticleMetadata())
    gold.published = "2024-05-15"
    found.published = "2024-05-15T16:42+07:00"
    var score = MetadataScore()
    #expect(score.add(found: found, gold: gold).isEmpty)
    #expect(score.add(found: gold, gold: found).count == 1)
  }

  @Test func metadataIsRightOnlyWhenItIsTheSame() {
    var gold = ArticleMetadata()
    gold.headline = "Tin"
    gold.author = "Lê An"
    var found = gold
    found.author = "Lê"
    found.place = "Huế"
    var score = MetadataScore()
    #expect(
      score.add(found: found, gold: gold) == ["author: Lê An → Lê", "place: – → Huế"])
    let fields = Dictionary(uniqueKeysWithValues: score.fields.map { ($0.name, $0) })
    #expect(fields["headline"]?.right == 1)
    #expect(fields["author"]?.right == 0 && fields["author"]?.given == 1)
    #expect(fields["place"]?.invented == 1)
  }
}
