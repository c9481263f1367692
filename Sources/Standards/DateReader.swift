/// The date-time parser: RFC 3339, section 5.6, and the extended forms of ISO 8601.
struct DateReader {
  private let bytes: [UInt8]
  private let profile: DateProfile
  private var index = 0
  private var form = DateForm()

  init(_ bytes: [UInt8], profile: DateProfile) {
    self.bytes = bytes
    self.profile = profile
  }

  mutating func read() throws(DateError) -> DateReading {
    let date = try day()
    try separator()
    let time = try timeOfDay()
    let fraction = try fraction()
    guard index < bytes.count else { throw DateError(reason: .missingOffset, offset: index) }
    let offset = try offsetInMinutes()
    guard index == bytes.count else { throw error(.trailingText) }

    let isLeapSecond = time.second == 60
    let second = isLeapSecond ? 59 : time.second
    let secondOfDay = time.hour * 3600 + time.minute * 60 + second
    let seconds = date.daysSinceEpoch * 86_400 + secondOfDay - offset * 60
    let instant = Instant(seconds: seconds, isLeapSecond: isLeapSecond, fraction: fraction)
    guard !isLeapSecond || Self.canBeLeapSecond(instant) else {
      throw error(.notALeapSecond, at: time.secondPlace)
    }
    return DateReading(
      instant: instant, form: form, localDate: date, localSecondOfDay: secondOfDay,
      offsetInMinutes: offset)
  }

  /// Leap seconds are the last of June or December UTC, since 1972. RFC 3339, appendix D.
  private static func canBeLeapSecond(_ instant: Instant) -> Bool {
    let date = instant.date
    let isLastDay = (date.month == 6 && date.day == 30) || (date.month == 12 && date.day == 31)
    return instant.secondOfDay == 86_399 && isLastDay && date.year >= 1972
  }

  private mutating func day() throws(DateError) -> CivilDate {
    let year = try number(digits: 4)
    try expect("-")
    if profile == .iso8601 {
      if peek == UInt8(ascii: "W") { return try weekDate(year) }
      if index + 2 < bytes.count, bytes[index..<index + 3].allSatisfy(Self.isDigit) {
        return try ordinalDate(year)
      }
    }
    let monthPlace = index
    let month = try number(digits: 2)
    guard (1...12).contains(month) else { throw error(.monthOutOfRange, at: monthPlace) }
    try expect("-")
    let dayPlace = index
    let day = try number(digits: 2)
    guard (1...CivilDate.days(inMonth: month, of: year)).contains(day) else {
      throw error(.dayOutOfRange, at: dayPlace)
    }
    return CivilDate(year: year, month: month, day: day)
  }

  private mutating func weekDate(_ year: Int) throws(DateError) -> CivilDate {
    form.day = .week
    index += 1
    let weekPlace = index
    let week = try number(digits: 2)
    guard (1...CivilDate.weeks(in: year)).contains(week) else {
      throw error(.weekOutOfRange, at: weekPlace)
    }
    try expect("-")
    let dayPlace = index
    let day = try number(digits: 1)
    guard (1...7).contains(day) else { throw error(.dayOutOfRange, at: dayPlace) }
    let monday = CivilDate.firstMonday(of: year) + (week - 1) * 7
    return CivilDate(daysSinceEpoch: monday + day - 1)
  }

  private mutating func ordinalDate(_ year: Int) throws(DateError) -> CivilDate {
    form.day = .ordinal
    let dayPlace = index
    let day = try number(digits: 3)
    guard (1...(CivilDate.isLeap(year) ? 366 : 365)).contains(day) else {
      throw error(.dayOutOfRange, at: dayPlace)
    }
    let first = CivilDate(year: year, month: 1, day: 1)
    return CivilDate(daysSinceEpoch: first.daysSinceEpoch + day - 1)
  }

  private mutating func separator() throws(DateError) {
    switch (peek, profile) {
    case (nil, _): throw error(.missingTime)
    case (UInt8(ascii: "T"), _): form.separator = .upperT
    case (UInt8(ascii: "t"), .article), (UInt8(ascii: "t"), .rfc3339): form.separator = .lowerT
    case (UInt8(ascii: " "), .article): form.separator = .blank
    default: throw error(.badSeparator)
    }
    index += 1
  }

  private mutating func timeOfDay() throws(DateError)
    -> (hour: Int, minute: Int, second: Int, secondPlace: Int)
  {
    let hour = try number(digits: 2, below: 24, or: .hourOutOfRange)
    if profile == .iso8601, peek != UInt8(ascii: ":") {
      form.precision = .hour
      return (hour, 0, 0, index)
    }
    try expect(":")
    let minute = try number(digits: 2, below: 60, or: .minuteOutOfRange)
    if profile == .iso8601, peek != UInt8(ascii: ":") {
      form.precision = .minute
      return (hour, minute, 0, index)
    }
    try expect(":")
    let secondPlace = index
    let second = try number(digits: 2, below: 61, or: .secondOutOfRange)
    return (hour, minute, second, secondPlace)
  }

  /// The digits after a `.`; only seconds have a fraction.
  private mutating func fraction() throws(DateError) -> Substring {
    if peek == UInt8(ascii: ",") { throw error(.commaFraction) }
    guard peek == UInt8(ascii: "."), form.precision == .second else { return "" }
    index += 1
    let digits = bytes[index...].prefix(while: Self.isDigit)
    guard !digits.isEmpty else { throw error(.emptyFraction) }
    index += digits.count
    form.fractionDigits = digits.count
    return Substring(decoding: digits, as: UTF8.self)
  }

  private mutating func offsetInMinutes() throws(DateError) -> Int {
    let place = index
    let sign = bytes[index]
    switch sign {
    case UInt8(ascii: "Z"),
      UInt8(ascii: "z") where profile != .iso8601:
      index += 1
      form.offset = sign == UInt8(ascii: "Z") ? .upperZ : .lowerZ
      return 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"): index += 1
    default: throw error(.trailingText)
    }
    let isNegative = sign == UInt8(ascii: "-")
    let hours = try number(digits: 2, below: 24, or: .offsetOutOfRange)
    var minutes = 0
    if profile == .iso8601, peek == nil {
      form.offset = .hoursOnly
    } else {
      try expect(":")
      minutes = try number(digits: 2, below: 60, or: .offsetOutOfRange)
      form.offset = hours + minutes > 0 ? .other : isNegative ? .minusZero : .plusZero
    }
    // ISO 8601 knows no negative zero.
    if profile == .iso8601, isNegative, hours + minutes == 0 {
      throw error(.offsetOutOfRange, at: place)
    }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes)
  }

  private var peek: UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private mutating func number(digits: Int) throws(DateError) -> Int {
    var value = 0
    for _ in 0..<digits {
      guard let byte = peek else { throw error(.unexpectedEnd) }
      guard Self.isDigit(byte) else { throw error(.notADigit) }
      value = value * 10 + Int(byte - 0x30)
      index += 1
    }
    return value
  }

  private mutating func number(
    digits: Int, below limit: Int, or fault: DateError.Fault
  ) throws(DateError) -> Int {
    let place = index
    let value = try number(digits: digits)
    guard value < limit else { throw error(fault, at: place) }
    return value
  }

  private mutating func expect(_ character: Character) throws(DateError) {
    guard let byte = peek else { throw error(.unexpectedEnd) }
    guard byte == character.asciiValue else { throw error(.expected(character)) }
    index += 1
  }

  private func error(_ fault: DateError.Fault, at place: Int? = nil) -> DateError {
    DateError(reason: .notADateTime(fault), offset: place ?? index)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }
}
