internal import Standards

/// Holds requests back until the rules of their site are known. Each site's are read once a run.
struct RobotsGate {
  private var rules: [String: RobotsRules] = [:]
  private var readings: [String: RobotsReading] = [:]
  /// Our product token.
  let agent: String

  /// What to do with a request.
  enum Answer {
    case go
    case refuse
    /// It is among those that wait for the reading.
    case wait
    /// The same, and the reading must be started.
    case read(RobotsReading)
  }

  init(agent: String) { self.agent = agent }

  /// Whether a request may go now; `id` is told when its site's rules are known.
  mutating func answer(for url: WebURL, id: Int) -> Answer {
    guard let origin = url.origin else { return .go }
    if let rules = rules[origin] {
      let target = url.path + (url.query.map { "?" + $0 } ?? "")
      return rules.allows(target) ? .go : .refuse
    }
    if let reading = readings[origin] {
      reading.waiting.append(id)
      return .wait
    }
    guard let reading = RobotsReading(origin: origin) else { return .go }
    reading.waiting.append(id)
    readings[origin] = reading
    return .read(reading)
  }

  /// Ends a reading.
  /// - Returns: those who waited for it.
  mutating func learn(_ rules: RobotsRules, by reading: RobotsReading) -> [Int] {
    self.rules[reading.origin] = rules
    readings[reading.origin] = nil
    return reading.waiting
  }
}
