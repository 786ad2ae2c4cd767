// Words with places in them.
#include "documents/labels/filled.hpp"

#include <doctest/doctest.h>

using documents::filled;

TEST_CASE("a language puts the places of its words where it needs them") {
  CHECK(filled("Page {page} of {pages}", {{"page", "3"}, {"pages", "40"}}) == "Page 3 of 40");
  CHECK(filled("第{page}页，共{pages}页", {{"page", "3"}, {"pages", "40"}}) == "第3页，共40页");
  CHECK(filled("{pages}/{page}/{page}", {{"page", "3"}, {"pages", "40"}}) == "40/3/3");
  CHECK(filled("", {{"page", "3"}}) == "");
  CHECK(filled("DRAFT", {{"page", "3"}}) == "DRAFT");
}

TEST_CASE("what is put into a place is not looked at for places, and a place without a value stays") {
  CHECK(filled("{state}. {lead}", {{"state", "{lead}"}, {"lead", "{state}"}}) == "{lead}. {state}");
  CHECK(filled("{other} {page}", {{"page", "3"}}) == "{other} 3");
  CHECK(filled("a { b", {{"page", "3"}}) == "a { b");
  CHECK(filled("{}{", {{"", "3"}}) == "{}{");
}
