/// The letters and digits of a text in lower case: what is left when signs, spaces and capitals do
/// not matter.
struct LetterIterator: IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  mutating func next() -> Unicode.Scalar? {
    while let scalar = scalars.next() {
      if scalar.isASCII {
        let value = UInt8(truncatingIfNeeded: scalar.value)
        if (0x41...0x5A).contains(value) { return Unicode.Scalar(value | 0x20) }
        if (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) { return scalar }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        return scalar.properties.lowercaseMapping.unicodeScalars.first
      }
    }
    return nil
  }
}
