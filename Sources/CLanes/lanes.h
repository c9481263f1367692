// Sixty-four bytes of a text looked at in one step: in each answer bit n means byte n.
//
// C, since Swift makes calls of most comparisons of its vectors, and has no word for the mask of one.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t lanes_bytes __attribute__((vector_size(16)));
typedef int8_t lanes_signed __attribute__((vector_size(16)));

static inline lanes_bytes lanes_load(const uint8_t *text) {
  lanes_bytes bytes;
  memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

// The high bits of all bytes.
static inline uint64_t lanes_mask(lanes_bytes bytes) {
#if defined(__SSE2__)
  typedef char lanes_chars __attribute__((vector_size(16)));
  return (uint64_t)(uint32_t)__builtin_ia32_pmovmskb128((lanes_chars)bytes);
#else
  uint64_t halves[2];
  memcpy(halves, &bytes, sizeof halves);
  // The product moves the high bit of each byte to its place in the highest byte.
  const uint64_t high = 0x8080808080808080u, gather = 0x0002040810204081u;
  return ((halves[0] & high) * gather >> 56) | ((halves[1] & high) * gather >> 56) << 8;
#endif
}

static inline lanes_bytes lanes_is(lanes_bytes bytes, uint8_t byte) {
  return (lanes_bytes)(bytes == (lanes_bytes){} + byte);
}

// Unsigned `bytes - first < count`.
static inline lanes_bytes lanes_within(lanes_bytes bytes, uint8_t first, uint8_t count) {
  lanes_signed moved = (lanes_signed)(bytes + (uint8_t)(0x80 - first));
  return (lanes_bytes)(moved < (lanes_signed){} + (int8_t)(count - 0x80));
}

static inline lanes_bytes lanes_letters(lanes_bytes bytes) {
  return lanes_within(bytes | 0x20, 'a', 26);
}

// Texts that end before are read with zeros behind them.
#define LANES_EACH(text, count, expression) \
  uint8_t padded[64]; \
  if (count < 64) { \
    memset(padded, 0, sizeof padded); \
    memcpy(padded, text, count); \
    text = padded; \
  } \
  uint64_t mask = 0; \
  for (int part = 0; part < 4; part++) { \
    const lanes_bytes bytes = lanes_load(text + part * 16); \
    mask |= lanes_mask(expression) << (part * 16); \
  } \
  return mask

/// Bytes that are equal to one, which is not 0.
static inline uint64_t lanes_equal(const uint8_t *text, size_t count, uint8_t byte) {
  LANES_EACH(text, count, lanes_is(bytes, byte));
}

/// Bytes beyond ASCII.
static inline uint64_t lanes_high(const uint8_t *text, size_t count) {
  LANES_EACH(text, count, bytes);
}

/// The first bytes of characters beyond ASCII.
static inline uint64_t lanes_leads(const uint8_t *text, size_t count) {
  LANES_EACH(text, count, bytes & (bytes << 1));
}

/// ASCII letters.
static inline uint64_t lanes_ascii_letters(const uint8_t *text, size_t count) {
  LANES_EACH(text, count, lanes_letters(bytes));
}

/// ASCII letters and digits.
static inline uint64_t lanes_ascii_words(const uint8_t *text, size_t count) {
  LANES_EACH(text, count, lanes_letters(bytes) | lanes_within(bytes, '0', 10));
}

/// What is beyond ASCII, no printable character, or one of `&`, `<` and the backslash.
static inline uint64_t lanes_special(const uint8_t *text, size_t count) {
  LANES_EACH(
      text, count,
      (lanes_bytes)((lanes_signed)bytes < 0x20) | lanes_is(bytes, 0x7F) | lanes_is(bytes, '&')
          | lanes_is(bytes, '<') | lanes_is(bytes, '\\'));
}

/// What bare autolinks and references have in them: a colon, `@`, brackets.
static inline uint64_t lanes_signs(const uint8_t *text, size_t count) {
  LANES_EACH(
      text, count, lanes_is(bytes, ':') | lanes_is(bytes, '@') | lanes_is(bytes, '[')
                       | lanes_is(bytes, ']'));
}

/// A letter in either case, given in lower case.
static inline uint64_t lanes_letter(const uint8_t *text, size_t count, uint8_t letter) {
  LANES_EACH(text, count, lanes_is(bytes | 0x20, letter));
}

/// Bytes that are one of some, where letters are given in lower case and found in either.
static inline uint64_t lanes_any(
    const uint8_t *text, size_t count, const uint8_t *sought, size_t sorts) {
  uint8_t padded[64];
  if (count < 64) {
    memset(padded, 0, sizeof padded);
    memcpy(padded, text, count);
    text = padded;
  }
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const lanes_bytes bytes = lanes_load(text + part * 16) | 0x20;
    lanes_bytes found = {};
    for (size_t sort = 0; sort < sorts; sort++) found |= lanes_is(bytes, sought[sort]);
    mask |= lanes_mask(found) << (part * 16);
  }
  return mask;
}

static inline int lanes_count(uint64_t mask) { return __builtin_popcountll(mask); }
