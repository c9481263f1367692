// A C door to RE2: linear-time regular expressions. Strings are UTF-8 with a length, never NUL-terminated.
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct cre2_pattern cre2_pattern;
/// Compiles; on failure returns NULL and writes a NUL-terminated reason of at most `capacity` bytes.
cre2_pattern *_Nullable cre2_new(const char *_Nonnull text, size_t length, char *_Nonnull reason, size_t capacity);
void cre2_free(cre2_pattern *_Nonnull pattern);
/// 1 and the first match's byte range at or after `from`, or 0.
int cre2_find(const cre2_pattern *_Nonnull pattern, const char *_Nullable subject, size_t length, size_t from,
              size_t *_Nonnull start, size_t *_Nonnull end);
#ifdef __cplusplus
}
#endif
