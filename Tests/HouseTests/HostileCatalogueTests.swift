import Foundation
import Testing

@Suite struct HostileCatalogueTests {
  /// The rows of the classes that are held here.
  private static let rows: [String] = {
    let file = House.root.appendingPathComponent("Tests/Hostile/CATALOGUE.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 2, cells[0].hasPrefix("A"),
        HostileCatalogue.classes.contains(where: { cells[1].hasPrefix($0 + ":") })
      else { return nil }
      return cells[0]
    }
  }()

  @Test func `every row of the catalogue has a test or a reason, and no other has`() {
    let known = HostileCatalogue.tests.keys.sorted() + HostileCatalogue.open.keys.sorted()
    #expect(Self.rows.count > 40)
    #expect(known.sorted() == Self.rows.sorted())
  }

  @Test(arguments: HostileCatalogue.tests.keys.sorted())
  func `the test that a row names is there`(row: String) throws {
    let test = try #require(HostileCatalogue.tests[row])
    let file = House.root.appendingPathComponent("Tests/\(test.file).swift")
    #expect(House.text(of: file).contains(test.text))
  }
}
