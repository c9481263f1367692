// Typed doors to libcurl's variadic calls; static inline, so they cost nothing.
#pragma once
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdint.h>
#include <string.h>

typedef size_t (*ccurl_data_callback)(char *_Nullable, size_t, size_t, void *_Nullable);
typedef curl_socket_t (*ccurl_socket_callback)(void *_Nullable, curlsocktype,
                                               struct curl_sockaddr *_Nonnull);
typedef int (*ccurl_ready_callback)(void *_Nullable, char *_Nullable, char *_Nullable, int, int);

static inline CURLcode ccurl_set_long(CURL *_Nonnull h, CURLoption o, long v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_string(CURL *_Nonnull h, CURLoption o, const char *_Nullable v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_pointer(CURL *_Nonnull h, CURLoption o, void *_Nullable v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_list(CURL *_Nonnull h, CURLoption o,
                                      struct curl_slist *_Nullable v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_data_callback(CURL *_Nonnull h, CURLoption o,
                                               ccurl_data_callback _Nullable v) {
  return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_socket_callback(CURL *_Nonnull h,
                                                 ccurl_socket_callback _Nullable v) {
  return curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, v);
}
static inline CURLcode ccurl_set_ready_callback(CURL *_Nonnull h,
                                                ccurl_ready_callback _Nullable v) {
  return curl_easy_setopt(h, CURLOPT_PREREQFUNCTION, v);
}
static inline CURLcode ccurl_get_long(CURL *_Nonnull h, CURLINFO i, long *_Nonnull v) {
  return curl_easy_getinfo(h, i, v);
}
static inline CURLcode ccurl_get_offset(CURL *_Nonnull h, CURLINFO i, curl_off_t *_Nonnull v) {
  return curl_easy_getinfo(h, i, v);
}
static inline CURLcode ccurl_get_pointer(CURL *_Nonnull h, CURLINFO i,
                                         void *_Nullable *_Nonnull v) {
  return curl_easy_getinfo(h, i, (char **)v);
}
static inline CURLMcode ccurl_multi_set_long(CURLM *_Nonnull m, CURLMoption o, long v) {
  return curl_multi_setopt(m, o, v);
}
// What a socket has received so far; 0 where the kernel does not tell (Linux before 4.1). The
// C library's `struct tcp_info` ends before `tcpi_bytes_received`, the kernel's has it at byte 128.
static inline uint64_t ccurl_bytes_received(int socket) {
  unsigned char all[256];
  socklen_t length = sizeof all;
  uint64_t received = 0;
  if (getsockopt(socket, 6 /* IPPROTO_TCP */, 11 /* TCP_INFO */, all, &length) == 0 &&
      length >= 136)
    memcpy(&received, all + 128, sizeof received);
  return received;
}
// The result lies in a C union, which Swift does not import by name.
static inline CURLcode ccurl_message_result(const CURLMsg *_Nonnull m) { return m->data.result; }
static inline CURL *_Nullable ccurl_message_handle(const CURLMsg *_Nonnull m) {
  return m->easy_handle;
}
static inline const curl_version_info_data *_Nonnull ccurl_version(void) {
  return curl_version_info(CURLVERSION_NOW);
}
