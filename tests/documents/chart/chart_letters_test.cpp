#include "documents/chart/chart_letters.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("words are wrapped, and cut only where they must be") {
  CHECK(documents::wrap("one two three", 1000, 30, 4) == std::vector<std::string>{"one two three"});
  CHECK(documents::wrap("one two three", 120, 30, 4)->size() == 3);
  CHECK_FALSE(documents::wrap("one two three", 120, 30, 2));
  CHECK_FALSE(documents::wrap("зарегистрированному", 120, 30, 4));
  CHECK(documents::wrap("", 10, 30, 4)->empty());
  CHECK(documents::cut_to("short", 1000, 30) == "short");
  const std::string cut = documents::cut_to("Ähli türkmen halky", 200, 30);
  CHECK(cut.ends_with("\u2026"));
  CHECK(documents::width_of(cut, 30) <= 200);
}

TEST_CASE("Chinese is parted between its letters, but not before a mark or behind an opening bracket") {
  using Lines = std::vector<std::string>;
  CHECK(documents::width_of("登记", 30) >= 60);
  CHECK(documents::wrap("登记的移徙", 100, 30, 3) == Lines{"登记的", "移徙"});
  CHECK(documents::wrap("登记的。移徙", 100, 30, 3) == Lines{"登记", "的。移", "徙"});
  CHECK(documents::wrap("登记（的）移", 100, 30, 4) == Lines{"登记", "（的）", "移"});
  CHECK(documents::wrap("Students 学生", 400, 30, 3) == Lines{"Students 学生"});
  CHECK(documents::wrap("Students学生", 150, 30, 3) == Lines{"Students", "学生"});
}

TEST_CASE("the first letter of a text says whether it is read from the right") {
  CHECK(documents::is_read_from_right("الطلاب"));
  CHECK(documents::is_read_from_right("(2024) الطلاب"));
  CHECK_FALSE(documents::is_read_from_right("2024"));
  CHECK_FALSE(documents::is_read_from_right("Students الطلاب"));
  CHECK_FALSE(documents::is_read_from_right("登记"));
  CHECK_FALSE(documents::is_read_from_right(""));
}
