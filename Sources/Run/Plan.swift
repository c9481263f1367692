package import Links
package import Model
import Pages
package import Probes
package import Records
package import Reports
package import Rules
package import Settings
package import Store

/// The settled options of one run of `stet check`.
package struct Plan: Sendable {
  /// Files, folders, patterns, or `-` for standard input.
  package var inputs: [String]
  package var reading = ReadOptions()
  /// Folders of rules beside the shipped ones.
  package var ruleFolders: [String] = []
  package var rules = RuleSettings()
  /// What the project's configuration says; what of it is settled above and below is taken from
  /// there.
  package var settings = ProjectSettings()
  package var fields = LinkFields()
  /// Which links are left out.
  package var filter = LinkFilter()
  /// What is asked in the place of addresses.
  package var remaps: [Remap] = []
  /// The addresses of the site's sitemaps, or of indexes of them.
  package var sitemaps: [String] = []
  /// The addresses of the site's feeds.
  package var feeds: [String] = []
  /// The folder that local links may lead into; none for links that are not looked at.
  package var rootFolder: String?
  /// Who is asked for copies of dead pages; none for nobody.
  package var archive: (any PageArchive)?
  /// What the records call the fields that the shipped rules name.
  package var fieldNames = FieldNames()
  /// The folder that relative paths start from, absolute.
  package var workingDirectory = "/"
  /// The git revision since which records must have changed to be reported; none for all.
  package var since: String?
  /// The part of the records that is reported and probed; none for all. Rules over the corpus see
  /// all, and links to what any record publishes are answered by it.
  package var shard: Shard?
  /// The path of a baseline.
  package var baseline: String?
  /// The suggestions that are applied to the sources; none for none, `unsafe` for all.
  package var fixing: Suggestion.Safety?
  /// Seconds since 1970: what is later is in the future.
  package var now: Int
  /// Whether no request is made.
  package var isOffline = false
  package var probing = ProbeSettings()
  /// Where outcomes are remembered.
  package var store = StorePlace.none
  /// How long they are believed.
  package var ages = AgeLimits()
  package var reports: [ReportRequest] = []
  package var reportOptions = ReportOptions()
  /// The least severity that fails the run.
  package var failOn = Severity.error
  /// Whether reports may hold times and other things that differ from run to run.
  package var showsTimings = true
  package var version: String

  /// When the time for all requests is over; none for no bound.
  var probingEnds: ContinuousClock.Instant?

  /// What pages are compared with; none where none is asked for.
  func pageFields(for aspects: Set<PageAspect>) -> PageFields? {
    isOffline ? nil : PageFields(fieldNames, url: fields.base).comparing(aspects)
  }

  package init(inputs: [String], now: Int, version: String) {
    self.inputs = inputs
    self.now = now
    self.version = version
  }
}
