#include "documents/text/text_check.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"

using documents::check_text;

namespace {

// The kind of the refusal, and its sentence; empty where the text is taken.
std::string text_refusal(const std::string& text) {
  try {
    check_text(text);
    return "";
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::invalid);
    return error.kind() + ": " + error.english();
  }
}

}  // namespace

TEST_CASE("line ends become LF and a byte order mark at the head goes") {
  CHECK(check_text("\xEF\xBB\xBF"
                   "a\r\nb\rc\n\r\nd") == "a\nb\nc\n\nd");
  CHECK(check_text("\uFEFF\uFEFFa") == "a");
  CHECK(check_text("") == "");
  CHECK(check_text("a\uFEFFb") == "a\uFEFFb");
}

TEST_CASE("the breaks of word processors become line ends") {
  using documents::Breaks;
  const std::string pasted = "a\vb\u2028c\u0085d\u2029e\ff\r\ng\rh";
  CHECK(check_text(pasted) == "a\nb\nc\nd\n\ne\n\nf\ng\nh");
  CHECK(check_text(pasted, Breaks::spaces) == "a b c d e f\ng\nh");
  CHECK(check_text(pasted, Breaks::markdown) == "a  \nb  \nc  \nd\n\ne\n\nf\ng\nh");
  CHECK(check_text("# a\u2028b\n| c\vd | e\u2029f |\ng\u2028h", Breaks::markdown) ==
        "# a<br>b\n| c<br>d | e<br>f |\ng  \nh");
  CHECK(check_text("\u00A9\u2019\u20AC\u00C2 \u2027\u202F") == "\u00A9\u2019\u20AC\u00C2 \u2027\u202F");
  CHECK(text_refusal("\xC2").starts_with("invalid_utf8"));
  CHECK(text_refusal("a\xE2\x80").starts_with("invalid_utf8"));
}

TEST_CASE("a text comes back in normal form C") {
  CHECK(check_text("s\u0327\u00e4") == "\u015f\u00e4");               // Turkmen letters, decomposed
  CHECK(check_text("\u0438\u0306") == "\u0439");                      // Cyrillic short i
  CHECK(check_text("\u212B \u1E9B\u0323") == "\u00C5 \u1E9B\u0323");  // Angstrom sign
  CHECK(check_text("\u1112\u1161\u11AB") == "\uD55C");                // Hangul
  CHECK(check_text("a\u0301\u0323") == "\u1EA1\u0301");               // marks are put in order
  CHECK(check_text("Национальный доклад — «цели»") == "Национальный доклад — «цели»");
}

TEST_CASE("checking a checked text changes nothing") {
  for (const std::string text : {"a\r\n\u0438\u0306", "\u0915\u094D\u0937", "e\u0301\u0323x", "\uFEFF\uFEFF\uFEFFa",
                                 "\uFEFF\r\n\uFEFFa", "\xF0\x9F\x87\xB9\xF0\x9F\x87\xB2"}) {
    const std::string once = check_text(text);
    CHECK(check_text(once) == once);
  }
}

TEST_CASE("bytes that are not UTF-8 are refused with their line") {
  CHECK(text_refusal("a\nb\xC3(") == "invalid_utf8: Line 2 contains bytes that are not UTF-8.");
  CHECK(text_refusal("\xED\xA0\x80").starts_with("invalid_utf8"));      // a surrogate
  CHECK(text_refusal("\xC0\xAF").starts_with("invalid_utf8"));          // overlong
  CHECK(text_refusal("\xF4\x90\x80\x80").starts_with("invalid_utf8"));  // beyond Unicode
  CHECK(text_refusal("cut \xD0").starts_with("invalid_utf8"));
}

TEST_CASE("control characters other than tab and line break are refused") {
  CHECK(text_refusal("a\tb\nc") == "");
  CHECK(text_refusal(std::string("a\nb\0c", 5)) == "invalid_text: Line 2 contains a control character (U+0000).");
  CHECK(text_refusal("\x1B[31m") == "invalid_text: Line 1 contains a control character (U+001B).");
  CHECK(text_refusal("a\x7F") == "invalid_text: Line 1 contains a control character (U+007F).");
  CHECK(text_refusal("a\u0084b") == "invalid_text: Line 1 contains a control character (U+0084).");
}

TEST_CASE("what cannot be seen but changes the reading is refused") {
  CHECK(text_refusal("a\u202Eb").starts_with("invalid_text: Line 1 contains an invisible mark"));
  CHECK(text_refusal("a\u2066b").starts_with("invalid_text: Line 1 contains an invisible mark"));
  CHECK(text_refusal("a\uFDD0").starts_with(
      "invalid_text: Line 1 contains a code point that is not a character (U+FDD0)"));
  CHECK(text_refusal("\xF4\x8F\xBF\xBF").find("(U+10FFFF)") != std::string::npos);
  CHECK(text_refusal("\u200Fשלום \u200E \u061C مرحبا \u200C\u200D") == "");
}

TEST_CASE("a text in any script is taken as it is") {
  for (const std::string text :
       {"Türkmenistanyň ýaşaýjylary", "Ёлки и ёжики", "国家报告", "التقرير الوطني", "राष्ट्रीय रिपोर्ट"}) {
    CHECK(check_text(text) == text);
  }
}

TEST_CASE("a text has at most one mebibyte as it is kept") {
  CHECK(check_text(std::string(documents::kLongestText, 'a')).size() == documents::kLongestText);
  CHECK(text_refusal(std::string(documents::kLongestText + 1, 'a')) ==
        "text_too_long: The text has 1048577 bytes; at most 1048576 (1 MiB) are allowed.");
  std::string lines;
  for (int i = 0; i < 400'000; ++i) lines += "a\r\n";
  CHECK(check_text(lines).size() == 800'000);
}

TEST_CASE("a heap of combining marks is refused before it costs time") {
  std::string marks = "a";
  for (int i = 0; i < 300'000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0323";
  CHECK(text_refusal(marks) == "invalid_text: Line 1 contains more than 30 combining marks on one letter.");
}
