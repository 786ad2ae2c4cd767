// What people are told: every sentence of the source stands in the file of each language that has messages.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "documents/labels/labels.hpp"
#include "support/source_folder.hpp"

namespace {

namespace fs = std::filesystem;

// The literals that stand one behind the other here, as one text.
std::string joined(const std::string& literals) {
  static const std::regex literal(R"re("((?:[^"\\]|\\.)*)")re");
  std::string text;
  for (std::sregex_iterator it(literals.begin(), literals.end(), literal), end; it != end; ++it) {
    const std::string inside = (*it)[1];
    for (std::size_t i = 0; i < inside.size(); ++i) {
      if (inside[i] == '\\') ++i;  // of quotes and backslashes only
      text += inside[i];
    }
  }
  return text;
}

const std::string kLiterals = R"re(((?:"(?:[^"\\\n]|\\.)*"\s*)+))re";

// The literals that this finds as its first group, in the source without its comments.
std::set<std::string> found_in_source(const std::regex& wanted, bool with_terminal) {
  static const std::regex comment(R"re((^|\n)\s*//[^\n]*)re");
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(support::source_folder() + "/service")) {
    const auto& path = entry.path();
    const bool of_a_terminal = path.string().find("/service/demo") != std::string::npos;
    if ((path.extension() != ".cpp" && path.extension() != ".hpp") || (of_a_terminal && !with_terminal)) continue;
    std::ifstream in(path);
    const std::string source = std::regex_replace(std::string(std::istreambuf_iterator<char>(in), {}), comment, "$1");
    for (std::sregex_iterator it(source.begin(), source.end(), wanted), end; it != end; ++it) {
      found.insert(joined((*it)[1]));
    }
  }
  return found;
}

const std::set<std::string>& patterns_of_source() {
  static const auto all = found_in_source(std::regex(R"re(\bsay\(\s*)re" + kLiterals), false);
  return all;
}

// Whatever stands in quotes: what a terminal says, and what a format file is told, too.
const std::set<std::string>& texts_of_source() {
  static const auto all = found_in_source(std::regex(kLiterals), true);
  return all;
}

std::set<std::string> places_in(const std::string& pattern) {
  static const std::regex place(R"re(\{[0-9]\})re");
  return {std::sregex_token_iterator(pattern.begin(), pattern.end(), place), std::sregex_token_iterator()};
}

}  // namespace

TEST_CASE("a language has every sentence that people are told, and no other, or has no messages at all") {
  const auto& patterns = patterns_of_source();
  CHECK(patterns.size() > 400);
  std::set<std::string> told_in;
  for (const auto& labels : documents::all_labels()) {
    if (labels.messages.empty()) continue;
    told_in.insert(labels.language);
    CAPTURE(labels.language);
    for (const auto& pattern : patterns) CHECK_MESSAGE(labels.messages.contains(pattern), pattern);
    for (const auto& [pattern, told] : labels.messages) CHECK_MESSAGE(patterns.contains(pattern), pattern);
  }
  CHECK(told_in == std::set<std::string>{"ru", "tk"});
}

TEST_CASE("in each language a sentence has the places of the English one, and ends as that does") {
  for (const auto& labels : documents::all_labels()) {
    for (const auto& [pattern, told] : labels.messages) {
      CAPTURE(pattern);
      CAPTURE(told);
      CHECK(places_in(told) == places_in(pattern));
      CHECK(told.ends_with('.') == pattern.ends_with('.'));
    }
  }
}

TEST_CASE("the English of the source avoids what native readers stumble over") {
  static const std::regex odd(
      R"re(\b(is|are) no (?!longer)[a-z]|\bmeanwhile\b|\bsome seconds\b|\bOnly who\b|\btakes? part no\b)re",
      std::regex::icase);
  static const std::regex good(R"re(\bthere (is|are) no )re", std::regex::icase);
  for (const auto& words : texts_of_source()) {
    CHECK_FALSE_MESSAGE(std::regex_search(std::regex_replace(words, good, ""), odd), words);
  }
}
