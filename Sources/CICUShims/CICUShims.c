#include "CICUShims.h"

#include <unicode/unorm2.h>
#include <unicode/utrans.h>
#include <unicode/utypes.h>

bool cicu_failed(int32_t status) { return U_FAILURE((UErrorCode)status); }

bool cicu_overflowed(int32_t status) { return status == U_BUFFER_OVERFLOW_ERROR; }

const char *cicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

void *cicu_trans_open(const uint16_t *id, int32_t id_length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError where;
  UTransliterator *handle =
      utrans_openU((const UChar *)id, id_length, UTRANS_FORWARD, 0, 0, &where, &code);
  *status = code;
  return handle;
}

void cicu_trans_close(void *handle) { utrans_close((UTransliterator *)handle); }

void cicu_trans_apply(
    const void *handle, uint16_t *text, int32_t *text_length, int32_t capacity, int32_t *limit,
    int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  utrans_transUChars(
      (const UTransliterator *)handle, (UChar *)text, text_length, capacity, 0, limit, &code);
  *status = code;
}

int32_t cicu_nfkc_casefold(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&code);
  int32_t count = 0;
  if (U_SUCCESS(code)) {
    count = unorm2_normalize(
        normalizer, (const UChar *)text, length, (UChar *)result, capacity, &code);
  }
  *status = code;
  return count;
}
