import Model
import Testing

@testable import Pages

/// What a page that could not be read to its end shows: faults that were seen, never one that says
/// that something is missing.
@Suite struct PageJudgeTests {
  private static let record = Expectation.of(
    """
    {"title":"Tide tables","lang":"en","url":"https://a.test/tides","published_at":"2026-06-25T14:59:57Z",
     "body_md":"High water at the quay is at noon, and low water is at six in the evening of the day."}
    """)

  private func aspects(_ page: Page) throws -> [PageAspect] {
    let record = try #require(Self.record)
    let fetched = FetchedPage(page: page, link: Expectation.link, address: "https://a.test/tides")
    var judge = PageJudge()
    judge.learn([fetched], of: record)
    return judge.faults(of: record, pages: [fetched]) { _ in nil }.map(\.aspect)
  }

  @Test func `a page without anything lacks four things`() throws {
    let page = TestPage.html("<p>nothing of all that a reader of this could have hoped for here")
    #expect(Set(try aspects(page)) == [.bodyMissing, .canonical, .language, .title])
  }

  @Test(arguments: [
    PageEnd.doubtful("the page broke off"), .compressed,
  ])
  func `of half a page nothing is said to be missing`(end: PageEnd) throws {
    #expect(try aspects(TestPage.html("<html><head><me", end: end)).isEmpty)
  }

  @Test func `what half a page shows counts`() throws {
    let page = TestPage.html(
      "<html lang=fr><title>Tides</title>", end: .doubtful("the page broke off"))
    #expect(try aspects(page) == [.language, .title])
  }

  @Test func `a page that is not read as a browser would is not judged for what it lacks`() throws {
    let attributes = (0..<1_200).map { "a\($0)=1" }.joined(separator: " ")
    #expect(try aspects(TestPage.html("<p \(attributes)>x")).isEmpty)
  }

  @Test(arguments: [
    ("2026-06-25T14:59:57Z", true), ("2026-06-25 16:59:57+02:00", true),
    ("2026-06-25T14:59Z", false), ("2026-06-25", true), ("2026-06-27", false),
    ("2026-06-25T14:59:57", false), ("last week", false),
  ])
  func `times are compared as instants`(text: String, isSame: Bool) throws {
    #expect(TimeText.isSame(text, as: "2026-06-25T14:59:57Z").map { $0 == .same } == isSame)
  }

  @Test(arguments: [
    ("en", "en-GB", true), ("en-US", "en-GB", false), ("EN", "en", true), ("fr", "en", false),
    ("en_GB", "en", false), ("iw", "he", true),
  ])
  func `languages fit when one says more`(page: String, record: String, fits: Bool) {
    #expect(LanguageText.fits(page, record) == fits)
  }

  @Test(arguments: [
    ("404 Not Found", true), ("Page not found – Pilots", true), ("Oops | Pilots", true),
    ("Bus line 404 returns", false), ("The treasure that was not found", false),
  ])
  func `titles of error pages are known`(title: String, isError: Bool) {
    #expect(ErrorTitles.match(title) == isError)
  }

  @Test func `every aspect has its check`() {
    let checked = PageChecks.all.map { $0.aspect }
    let others = PageAspect.allCases.filter(\.isOfListings) + [.softNotFound, .sourceTitle]
    #expect(Set(checked).union(others) == Set(PageAspect.allCases))
    let names = PageChecks.all.map { "\($0)" }
    #expect(names == names.sorted())
  }
}
