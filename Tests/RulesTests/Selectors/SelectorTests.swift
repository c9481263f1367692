import Model
import Testing

@testable import Rules

@Suite struct SelectorTests {
  private static let text = """
    {"a": {"b": [1, 2, {"c": 3}], "d é": "x"}, "": 0, "list": [0, 1, 2, 3, 4, 5], \
    "'": "quote", "\\ud83d\\ude00": "smile", "deep": [[{"a": 1}], {"a": 2}]}
    """

  static let picks: [(selector: String, sources: [String])] = [
    ("$['a']['b'][0]", ["1"]),
    ("$.a.b[2].c", ["3"]),
    (#"$["a"]["d é"]"#, [#""x""#]),
    ("$['']", ["0"]),
    (#"$['\'']"#, [#""quote""#]),
    (#"$["'"]"#, [#""quote""#]),
    (#"$["\ud83d\ude00"]"#, [#""smile""#]),
    ("$.😀", [#""smile""#]),
    ("$.list[-1]", ["5"]),
    ("$.list[9]", []),
    ("$.list[-7]", []),
    ("$.list[1:3]", ["1", "2"]),
    ("$.list[:2]", ["0", "1"]),
    ("$.list[4:]", ["4", "5"]),
    ("$.list[::2]", ["0", "2", "4"]),
    ("$.list[::-2]", ["5", "3", "1"]),
    ("$.list[-2:]", ["4", "5"]),
    ("$.list[3:0:-1]", ["3", "2", "1"]),
    ("$.list[0:9:0]", []),
    ("$.list[3:1]", []),
    ("$.list[ 1 : 3 ]", ["1", "2"]),
    ("$.list[0, 0, -1]", ["0", "0", "5"]),
    ("$.list[0:2, 5]", ["0", "1", "5"]),
    ("$ .a .b [0]", ["1"]),
    ("$.list.*", ["0", "1", "2", "3", "4", "5"]),
    ("$.a.b[*]", ["1", "2", #"{"c": 3}"#]),
    ("$..c", ["3"]),
    ("$.deep..a", ["1", "2"]),
    ("$.deep..[0]", [#"[{"a": 1}]"#, #"{"a": 1}"#]),
    ("$.list.a", []),
    ("$.a[0]", []),
    ("$.missing.*", []),
  ]

  @Test(arguments: picks) func `a selector picks the values of RFC 9535`(
    selector: String, sources: [String]
  ) throws {
    let root = try #require(TestRecord.record(Self.text)).root
    let values = try Selector(selector).values(in: root)
    #expect(values.map { String(decoding: $0.source, as: UTF8.self) } == sources)
  }

  @Test func `the root alone picks the record`() throws {
    let root = try #require(TestRecord.record("{}")).root
    #expect(try Selector("$").values(in: root).map(\.index) == [0])
  }

  static let refused: [(selector: String, position: Int, fault: SelectorError.Fault)] = [
    ("", 0, .expected("'$'")),
    ("a", 0, .expected("'$'")),
    (" $", 0, .expected("'$'")),
    ("$ ", 2, .expected("'.' or '['")),
    ("$a", 1, .expected("'.' or '['")),
    ("$.", 2, .expected("a name or '*'")),
    ("$. a", 2, .expected("a name or '*'")),
    ("$..", 3, .expected("a name or '*'")),
    ("$...a", 3, .expected("a name or '*'")),
    ("$.1a", 2, .expected("a name or '*'")),
    ("$.'a'", 2, .expected("a name or '*'")),
    ("$[]", 2, .expected("a name in quotes, a number, a slice or '*'")),
    ("$[a]", 2, .expected("a name in quotes, a number, a slice or '*'")),
    ("$[1,]", 4, .expected("a name in quotes, a number, a slice or '*'")),
    ("$[1", 3, .expected("',' or ']'")),
    ("$[1 2]", 4, .expected("',' or ']'")),
    ("$[01]", 2, .badInteger),
    ("$[-0]", 2, .badInteger),
    ("$[-01]", 2, .badInteger),
    ("$[-]", 3, .expected("a digit")),
    ("$[9007199254740992]", 2, .integerOutOfRange),
    ("$[1:2:3:4]", 7, .expected("',' or ']'")),
    ("$['a", 4, .expected("a closing quote")),
    ("$['a\"]", 6, .expected("a closing quote")),
    (#"$['\"']"#, 3, .badEscape),
    (#"$["\x"]"#, 3, .badEscape),
    (#"$["\ud83d"]"#, 3, .badEscape),
    (#"$["\ude00"]"#, 3, .badEscape),
    ("$['\u{1}']", 3, .expected("no control character")),
    ("$[?@.a]", 2, .filter),
    ("$[?(@.a == 1)]", 2, .filter),
  ]

  @Test(arguments: refused) func `everything else is refused with its place`(
    selector: String, position: Int, fault: SelectorError.Fault
  ) {
    #expect(throws: SelectorError(fault: fault, position: position)) { try Selector(selector) }
  }
}
