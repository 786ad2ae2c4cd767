#include "domain/basis/weighted_ranges.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

// "text/csv 0.5, */* 1"
std::string read(std::string_view header) {
  std::string text;
  for (const auto& [range, weight] : domain::weighted_ranges(header)) {
    text += (text.empty() ? "" : ", ") + std::string(range) + " " + std::to_string(weight).substr(0, 4);
  }
  return text;
}

}  // namespace

TEST_CASE("each range has its weight, one where it names none") {
  CHECK(read("") == "");
  CHECK(read("ru") == "ru 1.00");
  CHECK(read("en;q=0.5, tk;q=0.9,ru") == "en 0.50, tk 0.90, ru 1.00");
  CHECK(read("text/csv ;\tq=0.25 , */* ") == "text/csv 0.25, */* 1.00");
  CHECK(read("text/html;level=1;q=0.5") == "text/html 0.50");
  CHECK(read("text/html;Q=0.5") == "text/html 0.50");
  CHECK(read("ru;q=0") == "ru 0.00");
}

TEST_CASE("a parameter that only ends or begins like a weight is none") {
  CHECK(read("text/csv;seq=0.5") == "text/csv 1.00");
  CHECK(read("text/csv;quality=0.5") == "text/csv 1.00");
}

TEST_CASE("a weight that is no number from 0 to 1 counts as 0") {
  for (const char* weight : {"", "nonsense", "nan", "inf", "-1", "1.1", "9"}) {
    CAPTURE(weight);
    CHECK(read("ru;q=" + std::string(weight)) == "ru 0.00");
  }
}

TEST_CASE("a malformed header gives ranges that fit nothing") {
  CHECK(read(",;,;;q=,") == " 1.00,  1.00,  0.00");
  CHECK(read(";") == " 1.00");
}
