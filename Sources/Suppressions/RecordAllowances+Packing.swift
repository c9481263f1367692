package import Model

extension RecordAllowances: Packable {
  package func pack(into packer: inout Packer) {
    allowances.pack(into: &packer)
    complaints.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      allowances: try [Allowance](from: &unpacker), complaints: try [Complaint](from: &unpacker))
  }
}

extension Allowance: Packable {
  func pack(into packer: inout Packer) {
    origin.pack(into: &packer)
    rules.pack(into: &packer)
    reach.pack(into: &packer)
    packer.append(reason)
    (lastDay?.text).pack(into: &packer)
    place.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(UnpackError) {
    let origin = try SuppressionOrigin(from: &unpacker)
    let rules = try [AllowedRule](from: &unpacker)
    let reach = try Reach(from: &unpacker)
    let reason = try unpacker.text()
    let day = try String?(from: &unpacker)
    let lastDay = day.flatMap { LastDay($0) }
    guard (lastDay == nil) == (day == nil) else { throw UnpackError() }
    self.init(
      origin: origin, rules: rules, reach: reach, reason: reason, lastDay: lastDay,
      place: try Place(from: &unpacker))
  }
}

extension Allowance.Reach: Packable {
  func pack(into packer: inout Packer) {
    switch self {
    case .record: packer.append(0)
    case .field(let field):
      packer.append(1)
      field.pack(into: &packer)
    case .part(let field, let range):
      packer.append(2)
      field.pack(into: &packer)
      packer.append(range.lowerBound)
      packer.append(range.count)
    }
  }

  init(from unpacker: inout Unpacker) throws(UnpackError) {
    switch try unpacker.number() {
    case 0: self = .record
    case 1: self = .field(try FieldPath(from: &unpacker))
    case 2:
      let field = try FieldPath(from: &unpacker)
      let (start, count) = (try unpacker.number(), try unpacker.number())
      guard count >= 0, start <= Int.max - count else { throw UnpackError() }
      self = .part(field, start..<start + count)
    default: throw UnpackError()
    }
  }
}

extension AllowedRule: Packable {
  func pack(into packer: inout Packer) {
    packer.append(pattern.text)
    place.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      pattern: RulePattern(text: try unpacker.text()), place: try Place(from: &unpacker))
  }
}

extension Place: Packable {
  func pack(into packer: inout Packer) {
    field.pack(into: &packer)
    span.pack(into: &packer)
    excerpt.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      field: try FieldPath(from: &unpacker), span: try SourceSpan(from: &unpacker),
      excerpt: try Excerpt?(from: &unpacker))
  }
}

extension Complaint: Packable {
  func pack(into packer: inout Packer) {
    rule.pack(into: &packer)
    packer.append(message)
    place.pack(into: &packer)
    packer.append(evidence)
    related.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      rule: try SuppressionRule(from: &unpacker), message: try unpacker.text(),
      place: try Place(from: &unpacker), evidence: try unpacker.text(),
      related: try [RelatedLocation](from: &unpacker))
  }
}

extension SuppressionRule: Packable {}
