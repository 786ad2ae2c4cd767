#include "domain/text/translation.hpp"

#include <doctest/doctest.h>

using namespace domain;

TEST_CASE("a translation is missing until there is one") {
  CHECK(judge_translation(false, 0, 0, 3, 0) == TranslationState::missing);
}

TEST_CASE("a translation is current while it was made from the newest source revision") {
  CHECK(judge_translation(false, 1, 3, 3, 0) == TranslationState::current);
  CHECK(judge_translation(false, 1, 3, 4, 0) == TranslationState::stale);
}

TEST_CASE("a translation saved after approval waits for a confirmation of that very revision") {
  CHECK(judge_translation(true, 1, 3, 3, 0) == TranslationState::unconfirmed);
  CHECK(judge_translation(true, 1, 3, 3, 1) == TranslationState::current);
  CHECK(judge_translation(true, 2, 3, 3, 1) == TranslationState::unconfirmed);
}

TEST_CASE("a stale translation is called stale even where it is unconfirmed too") {
  CHECK(judge_translation(true, 1, 3, 4, 0) == TranslationState::stale);
}
