import Model
import Records
import Reports

/// Opens native reports.
enum ResultFiles {
  static func reader(_ path: String) throws(ResultError) -> ResultReader {
    try ResultReader(path) { (line, origin) throws(ResultError) in
      do throws(JSONError) {
        let reading = try JSONReader().reading(of: line)
        return Document(bytes: line, tape: reading.tape, origin: origin)
      } catch {
        let place = origin.location(of: error.offset, in: line)
        throw ResultError(
          file: place.file, line: place.line, column: place.column,
          .notJSON(error.sentence(in: line)))
      }
    }
  }
}
