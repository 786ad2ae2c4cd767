#include "domain/basis/message.hpp"

#include <doctest/doctest.h>

#include <map>

using domain::Message;
using domain::say;

namespace {

// Told in a language that has these patterns.
std::string told(const Message& message, const std::map<std::string, std::string>& patterns) {
  return message.told([&](const std::string& pattern) -> const std::string& {
    const auto found = patterns.find(pattern);
    return found == patterns.end() ? pattern : found->second;
  });
}

}  // namespace

TEST_CASE("a message in English is its pattern with its values") {
  CHECK(say("Nothing is missing.").english() == "Nothing is missing.");
  CHECK(say("{1} of {0} words, {1} in all", 7, std::string("three")).english() == "three of 7 words, three in all");
  CHECK(say("Known are: {0}.", std::vector<std::string>{"en", "ru"}).english() == "Known are: en, ru.");
  CHECK(Message().english().empty());
  CHECK(Message().empty());
}

TEST_CASE("another language orders the values as it needs") {
  const auto message = say("Revision {0} was saved by {1}.", 4, "Aman");
  CHECK(told(message, {{"Revision {0} was saved by {1}.", "{1} сохранил(а) редакцию {0}."}}) ==
        "Aman сохранил(а) редакцию 4.");
  CHECK(told(message, {{"Another pattern", "x"}}) == "Revision 4 was saved by Aman.");
}

TEST_CASE("a message in a message is told in the language of the whole, a text that looks like a pattern is not") {
  const std::map<std::string, std::string> russian{{"There is no {0} '{1}'.", "Не найдено: {0} «{1}»."},
                                                   {"section", "раздел"}};
  CHECK(told(say("There is no {0} '{1}'.", say("section"), "section"), russian) == "Не найдено: раздел «section».");
  CHECK(told(Message::verbatim("section"), russian) == "section");
}

TEST_CASE("what is put in is not read as a pattern") {
  CHECK(say("{0} and {1}", "{1}", "{0}{0}").english() == "{1} and {0}{0}");
  CHECK(say("e.g. {\"ru\": 2}").english() == "e.g. {\"ru\": 2}");
  CHECK(told(say("a {0}", "b"), {{"a {0}", "{0} {1} {9} {"}}) == "b {1} {9} {");
}
