// Typed doors to libcurl's variadic calls; static inline, so they cost nothing.
#pragma once
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
