/// Which test holds which row of `Tests/Hostile/CATALOGUE.md`.
enum HostileCatalogue {
  /// The classes whose rows must have a test here.
  static let classes = ["URL/SSRF", "Server", "HTML", "Cache", "Run"]

  /// Rows that wait for what they are about.
  static let open = ["A33": "no field is sent to one host only yet"]

  /// By row: the test's file, and a piece of its text.
  static let tests: [String: (file: String, text: String)] = [
    "A16": (rows, "\"2130706433\""),
    "A17": (rows, "\"0x7f.1\""),
    "A18": (rows, "\"[::ffff:127.0.0.1]\""),
    "A19": (rows, "\"[64:ff9b::7f00:1]\""),
    "A20": (rows, "\"0\", \"0.0.0.0\""),
    "A21": (rows, "127\\u{3002}0\\u{3002}0\\u{3002}1"),
    "A22": (rows, "\"localhost.\""),
    "A23": (rows, "good.example@127.0.0.1"),
    "A24": (rows, "%31%32%37.0.0.1"),
    "A25": (rows, "[fe80::1%25eth0]"),
    "A26": (names, "\"ok.test\""),
    "A27": (names, "\"rebind.test\", \"mixed.test\""),
    "A28": (rows, "/redirect-to-private\""),
    "A29": (rows, "/redirect-scheme/file"),
    "A30": ("ProbesTests/ProbeMachineTests+Redirects", "a scheme that is not probed is not asked"),
    "A31": ("ProbesTests/AddressGuardTests", "a public address is asked on the web's ports"),
    "A32": ("ProbesTests/ProbeRunTests", "the environment's proxy is not asked"),
    "A34": ("CurlTests/EngineTests", "a file of passwords is not read"),
    "A35": ("LinksTests/LinkExtractorTests", "a line end in an address adds nothing to a request"),
    "A36": (rows, "\"/infinite-chunked\""),
    "A37": (rows, "\"/zstd-bomb?mb=64\""),
    "A38": (rows, "\"/slow-drip\""),
    "A39": (rows, "\"/header-flood\""),
    "A40": (rows, "\"/redirect-loop\""),
    "A41": (rows, "\"/redirect-infinite-body\""),
    "A42": (rows, "\"/close-mid-body\""),
    "A43": (rows, "\"/http09\""),
    "A44": (rows, "\"/429-retry-after-huge?k=a\""),
    "A45": (rows, "\"/503-twice-then-200?k=a\""),
    "A46": (rows, "\"/403-cf\""),
    "A47": (rows, "certificate-expired"),
    "A48": ("ProbesTests/NameServerTests", "\"nx.test\", .dead"),
    "A49": (rows, "scheme: \"https\", offset: 30"),
    "A50": (rows, "\"/keepalive-rst\""),
    "A51": (pages, "nested"),
    "A52": (pages, "attributes"),
    "A53": (rows, "\"/nul-html\""),
    "A54": (pages, "an external entity is not read"),
    "A55": (rows, "\"/comment-unclosed\""),
    "A68": ("StetTests/MemoryTests", "a broken store is set aside and changes no verdict"),
    "A69": ("StetTests/MemoryTests", "what is learnt under other settings"),
    "A70": ("StetTests/MemoryTests", "two runs at once share a store"),
    "A72": (
      "StetTests/SignalTests", "a signal leaves valid reports that say they are not complete"
    ),
  ]

  private static let rows = "ProbesTests/HostileRow"
  private static let names = "ProbesTests/PrivateNetwork"
  private static let pages = "HTMLTests/HTMLStreamTests"
}
