package import Model

/// Makes the readers of pages, one for each form.
package struct PageReaders: Sendable {
  private let readJSON: PageJSON.Reading

  /// - Parameter readJSON: the strict reader of JSON.
  package init(readJSON: @escaping PageJSON.Reading) {
    self.readJSON = readJSON
  }

  package func reader(for wish: PageWish) -> any PageReader {
    switch wish.form {
    case .html: HTMLPageReader(readJSON: readJSON)
    case .markdown, .text, .jsonld: TextPageReader(wish, readJSON: readJSON)
    }
  }
}
