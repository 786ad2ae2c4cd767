#include "usecases/frame/names.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"

using namespace usecases;

namespace {

// "pointer: message" of the refusal; empty where there was none.
template <class Check>
std::string refusal(Check check) {
  try {
    check();
    return "";
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::invalid);
    REQUIRE(error.findings().size() == 1);
    return error.findings().front().pointer + ": " + error.findings().front().message.english();
  }
}

std::string name_refusal(const std::string& name) {
  return refusal([&] { check_name(name, "/name"); });
}

}  // namespace

TEST_CASE("a name is trimmed and comes back in normal form C") {
  CHECK(check_name("  Ministry of Labour\n", "/name") == "Ministry of Labour");
  CHECK(check_name("\u00A0\u2003s\u0327\u200B", "/name") == "\u015f");
  CHECK(check_name("Döwlet migrasiýa gullugy", "/name") == "Döwlet migrasiýa gullugy");
  CHECK(check_name("国家 <b>&", "/name") == "国家 <b>&");
}

TEST_CASE("a name is one line that says something") {
  CHECK(name_refusal("") == "/name: The text is empty.");
  CHECK(name_refusal(" \u00A0\n") == "/name: The text is empty.");
  for (const char* unseen : {"\u200B\u200D", "\u3164", "\u2800", "\u00AD", "\u200F \uFE0F", "\u2028\v\f", "\u115F"}) {
    CHECK(name_refusal(unseen) == "/name: The text is empty.");
    CHECK(refusal([&] { check_remark(unseen, "/reason"); }) == "/reason: The text is empty.");
  }
  CHECK(check_name("two\u2028lines\vof\u0085Word", "/name") == "two lines of Word");
  CHECK(check_remark("two\vlines\u2029and more", "/reason") == "two\nlines\n\nand more");
  CHECK(name_refusal("two\nlines") == "/name: A name or title must be one line, without tabs.");
  CHECK(name_refusal("two\rlines") == "/name: A name or title must be one line, without tabs.");
  CHECK(name_refusal("a\tb") == "/name: A name or title must be one line, without tabs.");
  CHECK(name_refusal("a\x01") == "/name: Line 1 contains a control character (U+0001).");
  CHECK(name_refusal("a\xFF") == "/name: Line 1 contains bytes that are not UTF-8.");
}

TEST_CASE("a name has at most 500 characters in any script") {
  std::string name;
  for (int i = 0; i < 500; ++i) name += "ж";
  CHECK(check_name(name, "/name") == name);
  CHECK(name_refusal(name + "ж") == "/name: The text has 501 characters; at most 500 are allowed.");
}

TEST_CASE("each language of a title is checked at its own place") {
  CHECK(check_names({{"en", " a "}, {"ru", "б"}}, "/title") == domain::LocalizedText{{"en", "a"}, {"ru", "б"}});
  CHECK(refusal([] { check_names({{"en", "a"}, {"ru", " "}}, "/title"); }) == "/title/ru: The text is empty.");
}

TEST_CASE("a remark may have several lines and has 2000 characters at the most") {
  CHECK(check_remark(" one\r\ntwo \n", "/reason") == "one\ntwo");
  CHECK(refusal([] { check_remark(std::string(2001, 'a'), "/reason"); }) ==
        "/reason: The text has 2001 characters; at most 2000 are allowed.");
  CHECK(refusal([] { check_remark("\n\n", "/reason"); }) == "/reason: The text is empty.");
}
