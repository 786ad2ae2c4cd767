// Which language's fixed words a report gets.
#include "documents/labels/labels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "documents/labels/filled.hpp"
#include "documents/report/spelled.hpp"
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

TEST_CASE("words are marked as foreign where they are in another language or script, not in another form of it") {
  CHECK(documents::is_foreign(labels_for("zh-Hant-TW"), "zh-Hant-TW"));
  CHECK(documents::is_foreign(labels_for("tk-Arab"), "tk-Arab"));
  CHECK_FALSE(documents::is_foreign(labels_for("zh-Hans-CN"), "zh-Hans-CN"));
  CHECK_FALSE(documents::is_foreign(labels_for("tk-Latn"), "tk-Latn"));
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

TEST_CASE("dates, times and numbers are spelled as the United Nations do in their languages") {
  const auto date = [](const char* language) { return documents::spell_date(labels_for(language), "2026-05-01"); };
  CHECK(date("ar") == "1 أيار/مايو 2026");
  CHECK(date("zh") == "2026年5月1日");
  CHECK(date("fr") == "1er mai 2026");
  CHECK(date("es") == "1 de mayo de 2026");
  CHECK(documents::spell_date(labels_for("fr"), "2031-01-21") == "21 janvier 2031");
  CHECK(documents::spell_date(labels_for("zh-Hans-CN"), "2026-12-31") == "2026年12月31日");
  CHECK(documents::spell_time(labels_for("zh"), "2026-01-15T09:00:00.000Z") == "2026年1月15日 09:00 UTC");
  CHECK(documents::spell_time(labels_for("ar"), "2026-01-15T09:00:00.000Z") == "15 كانون الثاني/يناير 2026، 09:00 UTC");
  CHECK(documents::spell_number(labels_for("ar"), 10700) == "10\u00A0700");
  CHECK(documents::spell_number(labels_for("zh"), 10700) == "10,700");
  CHECK(documents::spell_number(labels_for("fr"), 10700) == "10\u202F700");
  CHECK(documents::spell_number(labels_for("es"), 10700) == "10\u00A0700");
}

TEST_CASE("a label is parted from its value as the language does it") {
  CHECK(documents::labelled(labels_for("en"), "State", "draft") == "State: draft");
  CHECK(documents::labelled(labels_for("fr"), "État", "projet") == "État\u00A0: projet");
  CHECK(documents::labelled(labels_for("zh"), "状态", "草稿") == "状态：草稿");
  CHECK(documents::with_colon(labels_for("en"), "State") == "State:");
  CHECK(documents::with_colon(labels_for("fr"), "État") == "État\u00A0:");
}

TEST_CASE("a number stands in the words of a language where it reads right") {
  const auto words = labels_for("zh").document;
  CHECK(documents::filled(words.page_of, {{"page", "3"}, {"pages", "40"}}) == "第3页，共40页");
  CHECK(documents::filled(words.numbered_table, {{"number", "3"}}) == "表3");
  CHECK(documents::filled(words.numbered_annex, {{"number", "A"}}) == "附件A");
  CHECK(documents::filled(words.numbered_section, {{"number", "2.1"}}) == "第2.1节");
}
