package import Model

extension PageExpectation: Packable {
  package func pack(into packer: inout Packer) {
    for field in [title, language, url, canonical, published, modified, body] {
      field.pack(into: &packer)
    }
    sketch.pack(into: &packer)
    lines.map(Int.init).pack(into: &packer)
    packer.append(links.count)
    for link in links {
      packer.append(link.position)
      link.form.pack(into: &packer)
    }
    source.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    title = try ExpectedField?(from: &unpacker)
    language = try ExpectedField?(from: &unpacker)
    url = try ExpectedField?(from: &unpacker)
    canonical = try ExpectedField?(from: &unpacker)
    published = try ExpectedField?(from: &unpacker)
    modified = try ExpectedField?(from: &unpacker)
    body = try ExpectedField?(from: &unpacker)
    sketch = try WordSketch?(from: &unpacker)
    lines = try [Int](from: &unpacker).map { UInt32(truncatingIfNeeded: $0) }
    var links: [(position: Int, form: PageForm)] = []
    for _ in 0..<(try unpacker.count()) {
      links.append((try unpacker.number(), try PageForm(from: &unpacker)))
    }
    self.links = links
    source = try Int?(from: &unpacker)
  }
}

extension ExpectedField: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(text)
    packer.append(path)
    span.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      text: try unpacker.text(), path: try unpacker.field(), span: try SourceSpan(from: &unpacker))
  }
}

extension WordSketch: Packable {
  /// Samples are in order, so their distances are small.
  package func pack(into packer: inout Packer) {
    packer.append(level)
    packer.append(words)
    packer.append(samples.count)
    var last = 0
    for sample in samples {
      packer.append(Int(sample) - last)
      last = Int(sample)
    }
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let level = try unpacker.number()
    let words = try unpacker.number()
    var samples: [UInt32] = []
    var last = 0
    for _ in 0..<(try unpacker.count()) {
      last += try unpacker.number()
      samples.append(UInt32(truncatingIfNeeded: last))
    }
    self.init(samples: samples, level: level, words: words)
  }
}
