#include "domain/basis/language.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

const std::vector<std::string> kAvailable{"en", "ru", "tk", "sr-Latn"};

}  // namespace

TEST_CASE("language tags of the form that reports use are taken") {
  for (const char* tag : {"en", "tk", "tuk", "pt-BR", "sr-Latn", "zh-Hant-TW"}) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
  }
}

TEST_CASE("what is no such language tag is refused") {
  for (const char* tag : {"", "e", "EN", "engl", "en-", "-en", "en--US", "en-us", "en_US", "sr-latn", "sr-Latn-",
                          "en-US-GB", "en-x-private", "e1", "ру", "en US"}) {
    CAPTURE(tag);
    CHECK_FALSE(is_language_tag(tag));
  }
}

TEST_CASE("the language that is asked for most is chosen") {
  CHECK(negotiate_language("ru", kAvailable, "en") == "ru");
  CHECK(negotiate_language("en;q=0.5, tk;q=0.9, ru;q=0.7", kAvailable, "en") == "tk");
  CHECK(negotiate_language("fr, ru;q=0.3", kAvailable, "en") == "ru");
  CHECK(negotiate_language("RU", kAvailable, "en") == "ru");
}

TEST_CASE("a region falls back to its language, and a language finds a script of it") {
  CHECK(negotiate_language("ru-RU", kAvailable, "en") == "ru");
  CHECK(negotiate_language("sr", kAvailable, "en") == "sr-Latn");
  CHECK(negotiate_language("sr-Latn-RS", kAvailable, "en") == "sr-Latn");
  CHECK(negotiate_language("r", kAvailable, "en") == "en");
}

TEST_CASE("where no language fits the fallback is taken") {
  CHECK(negotiate_language("", kAvailable, "en") == "en");
  CHECK(negotiate_language("fr, de;q=0.8", kAvailable, "ru") == "ru");
  CHECK(negotiate_language("*", kAvailable, "tk") == "tk");
  CHECK(negotiate_language("ru;q=0", kAvailable, "en") == "en");
}

TEST_CASE("a malformed header chooses nothing that was not asked for") {
  CHECK(negotiate_language(",;,;;q=,-,", kAvailable, "en") == "en");
  CHECK(negotiate_language("tk;q=nan, ru", kAvailable, "en") == "ru");
  CHECK(negotiate_language("tk;q=9, ru;q=1", kAvailable, "en") == "ru");
  CHECK(negotiate_language("tk;q=-1", kAvailable, "en") == "en");
}

TEST_CASE("a language tag gets less specific by one part at a time") {
  CHECK(domain::less_specific("sr-Latn-RS") == "sr-Latn");
  CHECK(domain::less_specific("sr-Latn") == "sr");
  CHECK(domain::less_specific("sr") == "");
  CHECK(domain::less_specific("") == "");
}

TEST_CASE("the primary language is what stands before the first hyphen") {
  CHECK(domain::primary_language("ru") == "ru");
  CHECK(domain::primary_language("ru-RU") == "ru");
  CHECK(domain::primary_language("sr-Latn-RS") == "sr");
  CHECK(domain::primary_language("run") == "run");
  CHECK(domain::primary_language("") == "");
}
