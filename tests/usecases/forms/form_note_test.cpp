// Comments of a Word file as the note of a revision.
#include "usecases/forms/form_note.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

documents::WordComment comment(const std::string& text) {
  return {"1", "A. Writer", "2026-01-14T10:00:00Z", text, "figures"};
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("the note of a revision has a line for each comment") {
  CHECK_FALSE(usecases::note_of({}));
  CHECK(usecases::note_of({comment("Which?"), {"2", "", "", "Why?", ""}}) ==
        "Comment by A. Writer, 2026-01-14, on \"figures\": Which?\nComment by an unnamed person: Why?");
}

TEST_CASE("a note has room for as many characters in every script, and says how many comments had none") {
  const std::string russian = *usecases::note_of({comment(repeated("я", 1700)), comment("Второе")});
  CHECK(russian.ends_with("Второе"));
  const std::string full = *usecases::note_of({comment(repeated("я", 5000)), comment("b"), comment("c")});
  CHECK(full.ends_with("яяя...\nand 2 more that have no room here"));
  CHECK(std::ranges::count_if(full, [](char c) { return (c & 0xC0) != 0x80; }) <= 2000);
}
