#include "BuildInfo.h"

// The manifest gives the bare digits, since a quotation mark in a compiler's argument gets lost on the way.
#define TEXT_OF(digits) #digits
#define TEXT(macro) TEXT_OF(macro)

const char *onecard_version(void) { return ONECARD_VERSION; }

const char *onecard_commit(void) {
#ifdef ONECARD_COMMIT
    return TEXT(ONECARD_COMMIT);
#else
    return "";
#endif
}
