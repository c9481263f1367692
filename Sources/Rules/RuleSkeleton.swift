package import Model

/// The rule file that `stet rules new` begins with: it passes its own examples as it stands.
package enum RuleSkeleton {
  /// Whether a text can be a rule's ID: two words in lower case.
  package static func isID(_ text: String) -> Bool {
    RuleFile.id(text + ".yml")?.description.utf8.elementsEqual(text.utf8) == true
  }

  /// The text of the file.
  package static func text(_ id: RuleID) -> String {
    """
    # \(id): see 'stet rules explain dates/not-utc' for a whole one, and test this with
    # 'stet rules test'.
    summary: The title ends with a full stop.
    severity: warning
    given: $.title
    check: { pattern: { refuse: '\\.$' } }
    message: "'{field}' ends with a full stop: '{value}'. Remove it."
    why: Say what goes wrong for readers or programs if this is not mended.
    mend: Say what the author is to do.
    examples:
      passing:
        - { title: Tide tables }
      failing:
        - record: { title: Tide tables. }
          at: /title

    """
  }
}
