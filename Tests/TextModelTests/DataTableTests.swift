import Testing
import TextModel

@Suite struct DataTableTests {
  @Test func readsCommentsHeaderAndRows() {
    let table = DataTable("# source\na\tb\n1\t2\n\n3\n")
    #expect(table.comments == [" source"])
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map { $0["a"] } == ["1", "3"])
    #expect(table.rows[1]["b"] == "")
    #expect(table.rows[1].line == 5)
  }

  @Test func aCarriageReturnIsNoPartOfACell() {
    #expect(DataTable("a\tb\r\n1\t2\r\n").rows[0]["b"] == "2")
  }

  @Test func anUnknownColumnIsEmpty() {
    #expect(DataTable("a\n1\n").rows[0]["z"] == "")
  }

  @Test func anEmptyFileHasNoRows() {
    #expect(DataTable("").rows.isEmpty)
  }
}
