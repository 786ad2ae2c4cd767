#include "documents/chart/chart_number.hpp"

#include <doctest/doctest.h>

#include <string>

using documents::read_number;
using documents::spell_value;

namespace {

// "12345/1" is 1234.5; "none" where it is no number.
std::string read(const char* cell, const char* language = "en") {
  const auto number = read_number(cell, language);
  if (!number) return "none";
  return std::to_string(number->value) + "/" + std::to_string(number->decimals) + (number->percent ? "%" : "");
}

}  // namespace

TEST_CASE("numbers are read as officials write them, in any language") {
  for (const char* language : {"en", "ru", "tk"}) {
    CHECK(read("0", language) == "0/0");
    CHECK(read("1 234,5", language) == "12345/1");
    CHECK(read("1,234.5", language) == "12345/1");
    CHECK(read("1.234.567,25", language) == "123456725/2");
    CHECK(read("1,234,567", language) == "1234567/0");
    CHECK(read("18.2", language) == "182/1");
    CHECK(read("18,2", language) == "182/1");
    CHECK(read("0.125", language) == "125/3");
    CHECK(read("1\u00A0234\u202F567", language) == "1234567/0");
    CHECK(read("12 %", language) == "12/0%");
    CHECK(read("12,5%", language) == "125/1%");
    CHECK(read("\u22123", language) == "-3/0");
    CHECK(read("\u20133,5", language) == "-35/1");
    CHECK(read("+4", language) == "4/0");
  }
}

TEST_CASE("one mark before exactly three digits is what the language of the text says") {
  CHECK(read("1,234", "en") == "1234/0");
  CHECK(read("1.234", "en") == "1234/3");
  CHECK(read("1,234", "ru") == "1234/3");
  CHECK(read("1.234", "ru") == "1234/0");
  CHECK(read("1,234", "tk") == "1234/3");
  CHECK(read("1,234", "en-GB") == "1234/0");
  CHECK(read("1234,567", "en") == "1234567/3");
}

TEST_CASE("what is no number is not taken for one") {
  for (const char* cell : {"many",
                           "12a",
                           "1 23",
                           "1,23,456",
                           "12.",
                           ".5",
                           "1.2.3",
                           "1,234.567,8",
                           "- -1",
                           "2022-2025",
                           "1 234.567.890,1",
                           "%",
                           "12 %%",
                           "1e5",
                           "0x10",
                           "inf",
                           "nan",
                           "123456789012345",
                           "0.1234567",
                           "</text><script>",
                           "1 2",
                           "1\n2",
                           ","}) {
    CAPTURE(cell);
    CHECK(read(cell) == "none");
  }
}

TEST_CASE("a number that is not there is written in several ways") {
  for (const char* cell : {"", " ", "-", "\u2013", "\u2014", "\u2212", "n/a", "N/A", "н/д", "\u2026", "..."}) {
    CAPTURE(cell);
    CHECK(documents::is_missing_number(cell));
  }
  CHECK_FALSE(documents::is_missing_number("0"));
  CHECK_FALSE(documents::is_missing_number("none"));
}

TEST_CASE("the numbers at an axis are spelled in the language of the text") {
  CHECK(spell_value(12345, 1, false, "en") == "1,234.5");
  CHECK(spell_value(12345, 1, false, "ru") == "1\u00A0234,5");
  CHECK(spell_value(-1234567, 0, false, "tk") == "\u22121\u00A0234\u00A0567");
  CHECK(spell_value(5, 2, false, "en") == "0.05");
  CHECK(spell_value(0, 0, true, "en") == "0%");
  CHECK(spell_value(125, 1, true, "ru") == "12,5\u00A0%");
}

TEST_CASE("numbers of a language without words of its own are spelled as one that has its decimal mark") {
  CHECK(spell_value(12345, 1, true, "kk") == "1\u00A0234,5\u00A0%");
  CHECK(spell_value(12345, 1, false, "ru-RU") == "1\u00A0234,5");
  CHECK(spell_value(12345, 1, true, "en-GB") == "1,234.5%");
}

TEST_CASE("what is spelled is read as the same number") {
  for (const char* language : {"en", "ru", "tk", "fr", "zh", "ar"}) {
    for (const std::int64_t value : {0LL, 7LL, -999LL, 1000LL, 1234567LL, 99999999999999LL}) {
      for (int decimals = 0; decimals <= 6; ++decimals) {
        const std::string text = spell_value(value, decimals, false, language);
        CAPTURE(text);
        const auto number = read_number(text, language);
        REQUIRE(number);
        CHECK(number->value == value);
        CHECK(number->decimals == decimals);
      }
    }
  }
}
