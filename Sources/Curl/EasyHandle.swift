internal import CCurl

/// A libcurl easy handle, freed with its owner.
struct EasyHandle: ~Copyable {
  let pointer: UnsafeMutableRawPointer

  /// A new handle; nil when memory is out.
  init?() {
    guard let pointer = curl_easy_init() else { return nil }
    self.pointer = pointer
  }

  deinit { curl_easy_cleanup(pointer) }

  func set(_ option: CURLoption, _ value: Int) { ccurl_set_long(pointer, option, value) }
  func set(_ option: CURLoption, _ value: Bool) { ccurl_set_long(pointer, option, value ? 1 : 0) }
  func set(_ option: CURLoption, _ value: String?) { ccurl_set_string(pointer, option, value) }
  func set(_ option: CURLoption, _ value: Duration) {
    ccurl_set_long(pointer, option, value.milliseconds)
  }

  func long(_ info: CURLINFO) -> Int {
    var value = 0
    ccurl_get_long(pointer, info, &value)
    return value
  }

  /// A time of the last transfer.
  func time(_ info: CURLINFO) -> Duration {
    var microseconds: curl_off_t = 0
    ccurl_get_offset(pointer, info, &microseconds)
    return .microseconds(microseconds)
  }
}

/// A list of strings in libcurl's form, freed with its owner.
struct StringList: ~Copyable {
  private(set) var pointer: UnsafeMutablePointer<curl_slist>?

  init(_ strings: [String]) {
    for string in strings {
      if let longer = curl_slist_append(pointer, string) { pointer = longer }
    }
  }

  deinit { curl_slist_free_all(pointer) }
}

extension Duration {
  /// Whole milliseconds, rounded up, at least one.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(
      1, Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
