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
}
