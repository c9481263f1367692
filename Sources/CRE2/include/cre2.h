// A C door to RE2: linear-time regular expressions. Strings are UTF-8 with a length, never NUL-terminated.
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct cre2_pattern cre2_pattern;
/// Compiles, to match with at most `memory` bytes; on failure returns NULL and writes a NUL-terminated reason of at most `capacity` bytes.
cre2_pattern *_Nullable cre2_new(const char *_Nonnull text, size_t length, char *_Nonnull reason, size_t capacity,
                                size_t memory);
void cre2_free(cre2_pattern *_Nonnull pattern);
/// 1 and the first match's byte range at or after `from`, or 0.
int cre2_find(const cre2_pattern *_Nonnull pattern, const char *_Nullable subject, size_t length, size_t from,
              size_t *_Nonnull start, size_t *_Nonnull end);
/// 1 and the byte ranges of the first match and of its first groups, `count` in all, or 0. A group that took no part is
/// empty at 0.
int cre2_groups(const cre2_pattern *_Nonnull pattern, const char *_Nullable subject, size_t length,
                size_t *_Nonnull starts, size_t *_Nonnull ends, int count);
#ifdef __cplusplus
}
#endif
