// Which language's fixed words a report gets.
#include "documents/labels/labels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "support/source_folder.hpp"

using documents::Labels;
using documents::labels_for;

namespace {

std::vector<Labels> in_languages(const std::vector<std::string>& languages) {
  std::vector<Labels> all;
  for (const auto& language : languages) all.emplace_back().language = language;
  return all;
}

}  // namespace

TEST_CASE("fixed words are those of the language, wherever it is spoken and however it is written") {
  CHECK(labels_for("ru").language == "ru");
  CHECK(labels_for("ru-RU").language == "ru");
  CHECK(labels_for("tk-Latn").language == "tk");
  CHECK(labels_for("tk-Latn-TM").language == "tk");
  CHECK(labels_for("en-GB").language == "en");
}

TEST_CASE("a language whose tag only begins like that of another gets none of its words") {
  for (const char* language : {"rn", "run", "rue", "ruy-Latn", "tkr", "tkl", "enm", ""}) {
    CAPTURE(language);
    CHECK(labels_for(language).language == "en");
  }
}

TEST_CASE("of a language in two scripts each gets its own words, and another one the English words") {
  const auto all = in_languages({"en", "sr", "sr-Latn", "uz-Latn"});
  CHECK(labels_for("sr", all).language == "sr");
  CHECK(labels_for("sr-Cyrl", all).language == "sr");
  CHECK(labels_for("sr-Latn-RS", all).language == "sr-Latn");
  CHECK(labels_for("uz-Latn-UZ", all).language == "uz-Latn");
  CHECK(labels_for("uz-Cyrl", all).language == "en");
}

TEST_CASE("words are marked as foreign where they are in another language, not in another form of it") {
  CHECK(documents::is_foreign(labels_for("kk"), "kk"));
  CHECK(documents::is_foreign(labels_for("run"), "run"));
  CHECK_FALSE(documents::is_foreign(labels_for("ru-RU"), "ru-RU"));
  CHECK_FALSE(documents::is_foreign(labels_for("en-GB"), "en-GB"));
  CHECK_FALSE(documents::is_foreign(in_languages({"sr-Latn"}).front(), "sr-Latn-RS"));
}

TEST_CASE("every file of words in the checkout is a language that the program knows") {
  std::set<std::string> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(support::source_folder()) / "db/labels")) {
    CHECK(entry.path().extension() == ".yaml");
    files.insert(entry.path().stem().string());
  }
  std::set<std::string> known;
  for (const auto& labels : documents::all_labels()) known.insert(labels.language);
  CHECK(known == files);
  CHECK(std::ranges::includes(known, std::set<std::string>{"en", "ru", "tk"}));
}
