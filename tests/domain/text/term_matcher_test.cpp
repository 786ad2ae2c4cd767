#include "domain/text/term_matcher.hpp"

#include <doctest/doctest.h>

namespace {

domain::Phrase phrase(std::initializer_list<const char*> words) {
  domain::Phrase phrase;
  for (std::string word : words) {
    const bool stem = word.ends_with('*');
    if (stem) word.pop_back();
    phrase.push_back({word, stem});
  }
  return phrase;
}

// "number@first+count ..." of what is found.
std::string found(const domain::TermMatcher& matcher, std::initializer_list<std::string_view> words) {
  std::string text;
  for (const auto& hit : matcher.find(words, 100)) {
    text += (text.empty() ? "" : " ") + std::to_string(hit.number) + "@" + std::to_string(hit.first) + "+" +
            std::to_string(hit.count);
  }
  return text;
}

}  // namespace

TEST_CASE("a phrase is found where all its words stand, whole and in order") {
  domain::TermMatcher matcher;
  matcher.add(phrase({"legal", "migration"}), 7);
  CHECK(found(matcher, {"on", "legal", "migration", "legal", "migration"}) == "7@1+2 7@3+2");
  CHECK(found(matcher, {"illegal", "migration"}) == "");
  CHECK(found(matcher, {"migration", "legal"}) == "");
  CHECK(found(matcher, {"legal", "migrations"}) == "");
  CHECK(found(matcher, {"legal"}) == "");
  CHECK(found(matcher, {}) == "");
}

TEST_CASE("a stem stands for every word that begins like it") {
  domain::TermMatcher matcher;
  matcher.add(phrase({"легальн*", "миграци*"}), 1);
  matcher.add(phrase({"the", "pact*"}), 2);
  CHECK(found(matcher, {"легальной", "миграции", "нелегальной", "миграции", "легальн", "миграци"}) == "1@0+2 1@4+2");
  CHECK(found(matcher, {"the", "pacts", "pacts"}) == "2@0+2");
}

TEST_CASE("no phrase reaches across an empty word") {
  domain::TermMatcher matcher;
  matcher.add(phrase({"legal", "migration"}), 1);
  CHECK(found(matcher, {"legal", "", "migration"}) == "");
}

TEST_CASE("phrases that overlap or are the same are all found") {
  domain::TermMatcher matcher;
  matcher.add(phrase({"compact"}), 1);
  matcher.add(phrase({"global", "compact"}), 2);
  matcher.add(phrase({"compact"}), 3);
  matcher.add(phrase({"comp*"}), 4);
  CHECK(found(matcher, {"global", "compact"}) == "2@0+2 1@1+1 3@1+1 4@1+1");
}

TEST_CASE("no more is found than was asked for") {
  domain::TermMatcher matcher;
  matcher.add(phrase({"a*"}), 1);
  matcher.add(phrase({"ab*"}), 2);
  const std::vector<std::string_view> words(1000, "abc");
  CHECK(matcher.find(words, 7).size() == 7);
}

TEST_CASE("a pattern covers what it fits as a whole") {
  CHECK(domain::covers(phrase({"migr*"}), phrase({"migrant"})));
  CHECK(domain::covers(phrase({"migr*"}), phrase({"migrant*"})));
  CHECK_FALSE(domain::covers(phrase({"migrant"}), phrase({"migrant*"})));
  CHECK_FALSE(domain::covers(phrase({"compact"}), phrase({"global", "compact"})));
}
