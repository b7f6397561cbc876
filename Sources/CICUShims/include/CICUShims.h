// The few calls of ICU4C that HanText makes, under names that do not change with ICU's version.
//
// No header of ICU is included here. Swift's Foundation carries headers of another ICU, and a Swift
// module that sees both finds the same C types twice, with different members. So the types stay in
// CICUShims.c: a status is a number here, zero or less for success.
#ifndef CICU_SHIMS_H
#define CICU_SHIMS_H

#include <stdbool.h>
#include <stdint.h>

/// Whether a status is a failure: U_FAILURE, which is a macro.
bool cicu_failed(int32_t status);

/// Whether the buffer was too small: the length that is needed was returned.
bool cicu_overflowed(int32_t status);

const char *_Nonnull cicu_error_name(int32_t status);

/// Opens a transliterator by its identifier, to be closed once.
void *_Nullable cicu_trans_open(
    const uint16_t *_Nonnull id, int32_t id_length, int32_t *_Nonnull status);

void cicu_trans_close(void *_Nonnull handle);

/// Rewrites `text` in place; `limit` goes in as the text's length and comes out as the result's.
void cicu_trans_apply(
    const void *_Nonnull handle, uint16_t *_Nonnull text, int32_t *_Nonnull text_length,
    int32_t capacity, int32_t *_Nonnull limit, int32_t *_Nonnull status);

/// NFKC with case folding and default-ignorable characters removed: the length of the result, or
/// what it would need.
int32_t cicu_nfkc_casefold(
    const uint16_t *_Nonnull text, int32_t length, uint16_t *_Nullable result, int32_t capacity,
    int32_t *_Nonnull status);

#endif /* CICU_SHIMS_H */
