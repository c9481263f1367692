import ArgumentParser
import Glibc
import Model
import Probes
import Run
import Settings

/// Which links are asked, where, and what of their answers counts.
struct ChoiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave these links out (repeatable): *.host.example, https://host.example/old/*, "
        + "/expression/ as RE2 reads it.", valueName: "pattern"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp("Ask these links although they are left out.", valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ask another address instead (repeatable): '^https://a[.]example/ http://127.0.0.1:8080/'. "
        + "The first that matches counts; evidence tells so.",
      valueName: "expression replacement"))
  var remap: [String] = []

  @Option(
    help: ArgumentHelp(
      "Count these statuses as alive beside 200..299: 403,500..599.", valueName: "statuses"))
  var accept: StatusRanges?

  @Option(
    help: ArgumentHelp(
      "What links are asked with: head, and get where that says no; or get at once.",
      valueName: "method"))
  var method: LinkMethod?

  @Flag(help: "Heed the robots.txt of sites.")
  var robots = false

  @Option(
    help: ArgumentHelp(
      "Look for local links in this folder and nowhere else: file: addresses, and relative links "
        + "of records without an address.", valueName: "folder"),
    completion: .directory)
  var rootDir: String?

  @Flag(help: "Look for copies of dead pages in the Wayback Machine, which gets their addresses.")
  var suggest = false

  @Option(
    help: ArgumentHelp("Look for them there instead.", valueName: "url"))
  var suggestFrom: String?

  mutating func validate() throws {
    _ = try patterns(exclude, "--exclude")
    _ = try patterns(include, "--include")
    _ = try remaps()
    if let rootDir, access(rootDir, X_OK) != 0 {
      throw ValidationError("--root-dir names '\(rootDir)', which is no folder to look into.")
    }
    if suggestFrom != nil, archive == nil {
      throw ValidationError("--suggest-from takes an address of http or https.")
    }
  }

  /// Takes what was given over what is set.
  func apply(to settings: inout ProbeSettings) {
    if let accept { settings.accepted.formUnion(accept) }
    if let method {
      settings.asksWithGET = method == .get
      for name in settings.hosts.keys { settings.hosts[name]?.asksWithGET = nil }
    }
    if robots { settings.heedsRobots = true }
  }

  /// Takes what was given over what is set.
  func apply(to plan: inout Plan) {
    plan.filter.exclude += (try? patterns(exclude, "--exclude")) ?? []
    plan.filter.include += (try? patterns(include, "--include")) ?? []
    // The command line's come first, so they count.
    plan.remaps = ((try? remaps()) ?? []) + plan.remaps
    plan.rootFolder = rootDir
    plan.archive = archive
  }

  private var archive: WaybackMachine? {
    guard suggest || suggestFrom != nil else { return nil }
    return suggestFrom.map { WaybackMachine(endpoint: $0) } ?? WaybackMachine()
  }

  private func patterns(_ texts: [String], _ option: String) throws -> [LinkPattern] {
    try texts.map { text in
      do throws(PatternFault) {
        return try LinkPattern(text)
      } catch {
        throw ValidationError(
          "\(option) cannot be '\(text)': "
            + (error.reason
              ?? "it is no host, no address with '://' and no expression between slashes") + ".")
      }
    }
  }

  private func remaps() throws -> [Remap] {
    try remap.map { text in
      do throws(PatternFault) {
        return try Remap(text)
      } catch {
        throw ValidationError(
          "--remap cannot be '\(text)': "
            + (error.reason ?? "it is not an expression, a blank and a replacement") + ".")
      }
    }
  }
}

extension StatusRanges: ExpressibleByArgument {
  /// Nil for what is no list of statuses.
  public init?(argument: String) { self.init(argument) }
}

extension LinkMethod: ExpressibleByArgument {}
