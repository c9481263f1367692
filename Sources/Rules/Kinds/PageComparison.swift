import Model

/// Describes what a comparison of a page with its record finds; pages are read where links are
/// probed.
struct PageComparison: RuleKind {
  static let name = "page"
  static let scope = RuleScope.page
  static let placeholders = [
    "address", "count", "expected", "line", "page", "place", "reason", "share", "total",
  ]

  let aspect: PageAspect
  /// Of what is measured, less than so many of a hundred are a fault.
  private let least: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    least = try options.integer("least") ?? 100
    guard let aspect: PageAspect = try options.choice("is") else {
      throw RuleFileError(file: options.file, mark: options.mark, fault: .missingOption("is"))
    }
    self.aspect = aspect
  }

  var subject: KindSubject { .pages(self) }

  func reports(_ fault: PageFault) -> Bool {
    fault.aspect == aspect && (fault.share.map { $0 < least } ?? true)
  }
}
