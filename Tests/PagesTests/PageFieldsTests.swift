import Model
import Testing

@testable import Pages

@Suite struct PageFieldsTests {
  private func expectation(comparing aspects: Set<PageAspect>) -> PageExpectation? {
    PageFields().comparing(aspects).flatMap { fields in
      Expectation.of(
        """
        {"title":"Tide tables","body_md":"High water at the quay is at noon, and low water is at six."}
        """, fields: fields, links: [Expectation.link, Expectation.source])
    }
  }

  @Test func `where nothing is compared there are no fields`() {
    #expect(PageFields().comparing([]) == nil)
  }

  @Test func `for a rule about the source no other page is read, and no text kept`() throws {
    let record = try #require(expectation(comparing: [.softNotFound]))
    #expect(record.wishes.map(\.position) == [1])
    #expect(record.source == 1)
    #expect(record.sketch == nil && record.lines.isEmpty)
  }

  @Test func `for rules about the own pages the source is not read`() throws {
    let record = try #require(expectation(comparing: [.bodyMissing, .canonical]))
    #expect(record.wishes.map(\.position) == [0])
    #expect(record.source == nil)
    #expect(record.sketch != nil)
  }

  @Test func `for rules about both each is read`() throws {
    let record = try #require(expectation(comparing: Set(PageAspect.allCases)))
    #expect(record.wishes.map(\.position) == [0, 1])
  }
}
