extension MarkdownDocument {
  /// Fills the document with the facts of a text: its source, or that without footnote labels.
  mutating func read(_ bytes: [UInt8], notes: [MarkdownFootnote]) {
    footnotes = notes
    // Offsets in runs are 32 bits wide, as in md4c.
    guard bytes.count <= 1 << 30 else {
      limits = .size
      return
    }
    // md4c 0.4.8 reads the byte after a text that ends inside a link: `[](a`.
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0x0A)
    terminated.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard Budget.allowsParagraphs(in: text) else {
      limits = .paragraphs
      return
    }
    let tables = TableScan(text)
    if !tables.fitBudget { limits.insert(.tables) }

    var state = ParserState(text)
    MD4C.read(&state, withTables: tables.fitBudget)
    if state.isOverBudget { limits.insert(.references) }
    headings = state.headings
    rawHTML = state.rawHTML
    unclosedFences = state.unclosedFences
    runs = state.runs
    links = state.links.filter { $0.range.upperBound > 0 }

    definitions = DefinitionPass(text, runs: runs, links: links).definitions
    resolveReferences(in: text)
    var pass = TextPass(
      text, notes: footnotes.map { Array(source[$0.label]) }, hasTables: tables.exist)
    for run in runs where run.kind == .text && !run.isInLink { pass.read(run) }
    undefinedReferences = pass.undefinedReferences
    footnoteReferences = pass.footnoteReferences
    for reference in footnoteReferences { footnotes[reference.footnote].isUsed = true }
    add(pass.autolinks)
  }

  /// Ties reference links to their definitions: by the address md4c took, else by label.
  private mutating func resolveReferences(in text: UnsafeBufferPointer<UInt8>) {
    guard !definitions.isEmpty else { return }
    var byLabel: [[UInt8]: Int] = [:]
    for index in definitions.indices {
      let label = LabelKey.bytes(of: text[definitions[index].label])
      if byLabel[label] == nil {
        byLabel[label] = index
      } else {
        definitions[index].isShadowed = true
      }
    }
    for index in links.indices where links[index].kind.isReference {
      let link = links[index]
      let definition: Int?
      if link.destination.isEmpty {
        let label =
          link.kind == .fullReference
          ? link.text.upperBound + 2..<link.range.upperBound - 1 : link.text
        definition = byLabel[LabelKey.bytes(of: text[label])]
      } else {
        definition = self.definition(holding: link.destination.lowerBound)
      }
      guard let definition else { continue }
      definitions[definition].isUsed = true
      links[index].definition = definition
      links[index].destination = definitions[definition].destination
      links[index].title = definitions[definition].title
    }
  }

  private func definition(holding offset: Int) -> Int? {
    var low = 0
    var high = definitions.count
    while low < high {
      let middle = (low + high) / 2
      if definitions[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < definitions.count && definitions[low].destination.contains(offset) ? low : nil
  }

  /// Merges the bare autolinks in; GFM reads them before the brackets that they hold.
  private mutating func add(_ autolinks: [MarkdownLink]) {
    guard !autolinks.isEmpty else { return }
    var merged: [MarkdownLink] = []
    merged.reserveCapacity(links.count + autolinks.count)
    var next = 0
    var swallowedTo = 0
    for link in links {
      while next < autolinks.count, autolinks[next].range.lowerBound < link.range.lowerBound {
        merged.append(autolinks[next])
        swallowedTo = autolinks[next].range.upperBound
        next += 1
      }
      if link.range.lowerBound >= swallowedTo { merged.append(link) }
    }
    merged.append(contentsOf: autolinks[next...])
    links = merged
  }
}
