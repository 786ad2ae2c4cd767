#include "domain/basis/written_language.hpp"

#include <doctest/doctest.h>

using domain::objection_to_language;
using domain::script_of;

TEST_CASE("a language says its script or has a usual one") {
  CHECK(script_of("en") == "Latn");
  CHECK(script_of("tk") == "Latn");
  CHECK(script_of("ru-RU") == "Cyrl");
  CHECK(script_of("sr-Latn") == "Latn");
  CHECK(script_of("sr-Latn-RS") == "Latn");
  CHECK(script_of("tk-Arab") == "Arab");
  CHECK(script_of("zh-Hant-TW") == "Hant");
  CHECK(script_of("zh") == "Hans");
}

TEST_CASE("a language runs from the right as its script does") {
  for (const char* language : {"ar", "ar-EG", "fa", "he", "ur", "az-Arab", "tk-Arab", "dv"}) {
    CAPTURE(language);
    CHECK(domain::runs_from_right(language));
  }
  for (const char* language : {"en", "ru", "tk", "zh", "ar-Latn", "az", ""}) {
    CAPTURE(language);
    CHECK_FALSE(domain::runs_from_right(language));
  }
}

TEST_CASE("a language that documents cannot be set in is refused with the reason") {
  for (const char* language :
       {"en",      "fr", "es", "ru",    "tk", "el", "hy",      "ka", "kk",         "uz",     "sr-Latn",
        "zh-Latn", "tr", "ar", "ar-EG", "fa", "ur", "az-Arab", "zh", "zh-Hans-CN", "zh-Hant"}) {
    CAPTURE(language);
    CHECK(objection_to_language(language).english() == "");
  }
  for (const char* language : {"he", "dv", "syr", "ja", "ko", "th", "hi", "my", "km", "am", "mn-Mong"}) {
    CAPTURE(language);
    CHECK(objection_to_language(language).english().find("lack its letters") != std::string::npos);
  }
}
