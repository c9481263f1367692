import Model

/// The parts of the HTML report that do not come from the run.
enum Page {
  /// SHA-256 of the style sheet and of the script, in base64: nothing else may style or run. A test
  /// computes them anew.
  static let styleHash = "E5ZwtFZIRX0jIcGxmKyOoUMRy4NKph+jp9ngKIEfELc="
  static let scriptHash = "srJpzxe3SzWrXBBgh+5ErWYhT4VPWP+y4UyOSuMqalc="

  static var head: String {
    let policy =
      "default-src 'none'; style-src 'sha256-\(styleHash)'; script-src 'sha256-\(scriptHash)'; "
      + "base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>Stet report</title>
      <style>\(PageStyle.text)</style>
      </head>
      <body>

      """
  }

  static let app = """
    <div id="app">
    <section aria-label="Findings, records and links">
    <div class="tabs" role="tablist" aria-label="What to look at">
    <button role="tab" data-tab="findings" aria-selected="true" aria-controls="list">Findings</button>
    <button role="tab" data-tab="records" aria-selected="false" aria-controls="list">Records</button>
    <button role="tab" data-tab="links" aria-selected="false" aria-controls="list">Links</button>
    </div>
    <div class="filters">
    <label class="wide">Search <input id="search" type="search" placeholder="words of the message, record, file" autocomplete="off"></label>
    <label data-only="findings records">Severity <select id="severity"><option value="">all</option><option>error</option><option>warning</option><option>note</option><option>suppressed</option></select></label>
    <label data-only="findings records">Rule <select id="rule"><option value="">all</option></select></label>
    <label data-only="links" hidden>Verdict <select id="verdict"><option value="">all</option><option>alive</option><option>moved</option><option>dead</option><option>doubtful</option><option>unchecked</option></select></label>
    <label>Host <select id="host"><option value="">all</option></select></label>
    </div>
    <p id="count" class="soft" role="status"></p>
    <div class="split">
    <div id="list" class="list" role="listbox" tabindex="0" aria-label="findings"><div id="space" role="presentation"></div></div>
    <div id="detail" class="detail" role="region" aria-label="Details" aria-live="polite" tabindex="0"></div>
    </div>
    <p class="soft">Keys: <kbd>/</kbd> searches, <kbd>↓</kbd> <kbd>↑</kbd> move in the list, <kbd>Esc</kbd> clears the search.</p>
    </section>
    </div>

    """
}
