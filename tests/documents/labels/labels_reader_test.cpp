// Whether the words of a language are complete: those of the files in db/labels, and of one that is added to them.
#include "documents/labels/labels_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "documents/report/spelled.hpp"
#include "embed/embedded.hpp"

using documents::read_labels;

namespace {

using Json = nlohmann::json;

Json words_of(const std::string& language) { return Json::parse(embedded::file("db/labels/" + language + ".json")); }

// A fourth language: the English words, each with a mark.
Json marked_words() {
  Json words = words_of("en");
  const Json flat = words.flatten();
  for (const auto& [place, word] : flat.items()) {
    if (word.is_string()) words[Json::json_pointer(place)] = word.get<std::string>() + "*";
  }
  return words;
}

// "{day} {month}" -> {day, month}; one of bare digits is the same place.
std::multiset<std::string> placeholders_in(const std::string& text) {
  std::multiset<std::string> found;
  for (auto begin = text.find('{'); begin != std::string::npos; begin = text.find('{', begin + 1)) {
    const std::string name = text.substr(begin + 1, text.find('}', begin) - begin - 1);
    found.insert(name == "dd" ? "day" : name == "mm" ? "month" : name == "yyyy" ? "year" : name);
  }
  return found;
}

std::set<std::string> keys_of(const Json& object) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}

void check_placeholders(const Json& words, const Json& english) {
  const Json flat = words.flatten();
  for (const auto& [place, word] : flat.items()) {
    if (!word.is_string()) continue;
    if (place.starts_with("/spelling/endings/") || place.starts_with("/spelling/annex_letters/")) continue;
    if (place.starts_with("/messages/")) continue;  // by messages_test
    CAPTURE(place);
    CHECK(placeholders_in(word) == placeholders_in(english.at(Json::json_pointer(place))));
  }
}

// Why the words cannot be read; "": they can.
std::string fault_of(const Json& words) {
  try {
    read_labels("kk", words.dump());
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("every language has every word that the program asks for, and no other") {
  const auto files = embedded::files_under("db/labels/");
  CHECK(files.size() >= 3);
  for (const auto& file : files) {
    CAPTURE(file.path);
    CHECK_NOTHROW(read_labels("", file.data));
  }
}

TEST_CASE("every language names the same countries and languages, and has the same placeholders in each word") {
  const Json english = words_of("en");
  for (const auto& file : embedded::files_under("db/labels/")) {
    CAPTURE(file.path);
    const Json words = Json::parse(file.data);
    for (const char* list : {"countries", "languages"}) CHECK(keys_of(words.at(list)) == keys_of(english.at(list)));
    check_placeholders(words, english);
  }
}

TEST_CASE("a language that is added as a text is there as the others are") {
  std::vector<documents::Labels> all = documents::all_labels();
  Json words = marked_words();
  words["spelling"]["date"] = "{year} jylgy {day} {month}";
  words["spelling"]["endings"] = Json::parse(R"([{"digits": [2026], "suffix": "?"}, {"digits": [6], "suffix": "-"}])");
  all.push_back(read_labels("kk", words.dump()));
  const auto& labels = documents::labels_for("kk-Cyrl", all);
  CHECK(labels.language == "kk");
  CHECK(labels.document.contents == "Contents*");
  CHECK(labels.comparison.title == "What changed*");
  CHECK(labels.form.rules.back().ends_with("Send the file back as DOCX.*"));
  CHECK(labels.chart.problems.no_number == "No number*");
  CHECK(documents::state_label(labels, "in_review") == "in review*");
  CHECK(documents::spell_date(labels, "2026-05-01") == "2026- jylgy 1* May*");
  CHECK(documents::spell_date(labels, "2026-05-02") == "2026- jylgy 2 May*");
  CHECK(documents::spell_country(labels, "TKM") == "Turkmenistan*");
  CHECK(documents::spell_number(labels, 1234567) == "1,*234,*567");
  CHECK(documents::labels_for("ru", all).document.contents == "Содержание");
}

TEST_CASE("words that are not complete are refused with the place of the fault") {
  const std::string begin = "the words of the language 'kk': ";
  Json words = marked_words();
  CHECK(fault_of(words) == "");
  words["comparison"].erase("title");
  CHECK(fault_of(words) == begin + "there is no word at /comparison/title");
  words = marked_words();
  words["chart"]["problems"]["no_number"] = "";
  CHECK(fault_of(words) == begin + "there is no word at /chart/problems/no_number");
  words = marked_words();
  words["form"]["rules"].erase(4);
  CHECK(fault_of(words) != "");
  words["form"]["rules"].push_back("a rule");
  words["form"]["rules"].push_back("one too many");
  CHECK(fault_of(words) != "");
  words = marked_words();
  words["chart"]["pie"] = "Pie chart";
  CHECK(fault_of(words) == begin + "nothing asks for what stands at /chart/pie");
  words = marked_words();
  words["states"].erase("approved");
  words["states"]["aproved"] = "approved";
  CHECK(fault_of(words) == begin + "there is no word at /states/approved");
  CHECK(fault_of(Json::array()) != "");
  CHECK_THROWS_AS(read_labels("kk", "no JSON"), std::runtime_error);
}
