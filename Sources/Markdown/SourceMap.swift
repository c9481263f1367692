/// Where the bytes of a rewritten text stand in its source.
struct SourceMap {
  private var pieces: [(buffer: Int, source: Int)] = []

  /// Says that the bytes from `buffer` on are those from `source` on.
  mutating func add(buffer: Int, source: Int) {
    if let last = pieces.last, last.buffer == buffer { pieces.removeLast() }
    if let last = pieces.last, source - last.source == buffer - last.buffer { return }
    pieces.append((buffer, source))
  }

  func offset(_ buffer: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].buffer <= buffer { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return buffer }
    return pieces[low - 1].source + buffer - pieces[low - 1].buffer
  }

  /// An end belongs to the byte before it.
  func range(_ range: Range<Int>) -> Range<Int> {
    let start = offset(range.lowerBound)
    return range.isEmpty ? start..<start : start..<max(start, offset(range.upperBound - 1) + 1)
  }
}

extension MarkdownDocument {
  /// Moves every range but those of footnotes, which are in the source already.
  mutating func move(by map: SourceMap) {
    for index in links.indices {
      links[index].range = map.range(links[index].range)
      links[index].text = map.range(links[index].text)
      links[index].destination = map.range(links[index].destination)
      links[index].title = links[index].title.map(map.range)
    }
    for index in definitions.indices {
      definitions[index].range = map.range(definitions[index].range)
      definitions[index].label = map.range(definitions[index].label)
      definitions[index].destination = map.range(definitions[index].destination)
      definitions[index].title = definitions[index].title.map(map.range)
    }
    for index in headings.indices { headings[index].range = map.range(headings[index].range) }
    for index in undefinedReferences.indices {
      undefinedReferences[index].range = map.range(undefinedReferences[index].range)
      undefinedReferences[index].label = map.range(undefinedReferences[index].label)
    }
    for index in footnoteReferences.indices {
      footnoteReferences[index].range = map.range(footnoteReferences[index].range)
    }
    for index in rawHTML.indices { rawHTML[index].range = map.range(rawHTML[index].range) }
    unclosedFences = unclosedFences.map(map.range)
    for index in runs.indices {
      let range = map.range(runs[index].range)
      runs[index].start = UInt32(range.lowerBound)
      runs[index].end = UInt32(range.upperBound)
    }
  }
}
