// Which language's fixed words a report gets.
#include <doctest/doctest.h>

#include "documents/chart/chart_words.hpp"
#include "documents/form/form_labels.hpp"
#include "documents/html/comparison_labels.hpp"
#include "documents/report/labels.hpp"

using namespace documents;

namespace {

// One of the fixed words of each kind of page.
std::string words_in(std::string_view language) {
  return std::string(labels_for(language).contents) + " | " + std::string(comparison_labels_for(language).title) +
         " | " + std::string(form_labels_for(language).title) + " | " + std::string(charts_title(language));
}

}  // namespace

TEST_CASE("fixed words are those of the language, wherever it is spoken and however it is written") {
  CHECK(words_in("ru-RU") == words_in("ru"));
  CHECK(words_in("tk-Latn") == words_in("tk"));
  CHECK(words_in("en-GB") == words_in("en"));
  CHECK(words_in("ru") != words_in("en"));
  CHECK(words_in("tk") != words_in("en"));
  CHECK(words_in("tk") != words_in("ru"));
}

TEST_CASE("a language whose tag only begins like that of another gets none of its words") {
  for (const char* language : {"run", "rue", "ruy-Latn", "tkr", "tkl", "enm"}) {
    CAPTURE(language);
    CHECK(words_in(language) == words_in("en"));
  }
}
