#include "cre2.h"
#include <cstring>
#include <re2/re2.h>

struct cre2_pattern {
  re2::RE2 re;
  cre2_pattern(re2::StringPiece text, const re2::RE2::Options &options) : re(text, options) {}
};

extern "C" cre2_pattern *cre2_new(const char *text, size_t length, char *reason, size_t capacity,
                                 size_t memory) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  auto *pattern = new cre2_pattern(re2::StringPiece(text, length), options);
  if (pattern->re.ok()) return pattern;
  strncpy(reason, pattern->re.error().c_str(), capacity - 1);
  reason[capacity - 1] = 0;
  delete pattern;
  return nullptr;
}

extern "C" void cre2_free(cre2_pattern *pattern) { delete pattern; }

extern "C" int cre2_find(const cre2_pattern *pattern, const char *subject, size_t length, size_t from,
                         size_t *start, size_t *end) {
  if (from > length) return 0;
  re2::StringPiece text(subject == nullptr ? "" : subject, length), match;
  if (!pattern->re.Match(text, from, length, re2::RE2::UNANCHORED, &match, 1)) return 0;
  *start = match.data() - text.data();
  *end = *start + match.size();
  return 1;
}

extern "C" int cre2_groups(const cre2_pattern *pattern, const char *subject, size_t length, size_t *starts,
                           size_t *ends, int count) {
  re2::StringPiece text(subject == nullptr ? "" : subject, length), groups[10];
  if (count > 10) return 0;
  if (!pattern->re.Match(text, 0, length, re2::RE2::UNANCHORED, groups, count)) return 0;
  for (int i = 0; i < count; i++) {
    starts[i] = groups[i].data() == nullptr ? 0 : groups[i].data() - text.data();
    ends[i] = groups[i].data() == nullptr ? 0 : starts[i] + groups[i].size();
  }
  return 1;
}
