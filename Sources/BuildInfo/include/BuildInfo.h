// What the program says of itself: its version, and the commit that it was built from.
#pragma once

// The version's first two numbers. The Makefile reads it here and adds the count of commits.
#define ONECARD_VERSION "1.0"

// ONECARD_VERSION.
const char *onecard_version(void);

// The first twelve digits of the commit, as the package's manifest saw it; empty where there was no git repository.
const char *onecard_commit(void);
