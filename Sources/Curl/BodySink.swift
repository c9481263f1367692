/// Reads a body while it arrives. Called on the loop's thread only.
package protocol BodySink: AnyObject {
  /// Takes the next decoded bytes; false ends the transfer.
  func receive(_ bytes: borrowing RawSpan) -> Bool
  /// Says once, before the first byte, what the answer's head was; false refuses the body.
  func begin(status: Int, fields: [HeaderField]) -> Bool
}
