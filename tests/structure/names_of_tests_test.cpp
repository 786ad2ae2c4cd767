// The names of the tests, which CMake's lists and the test runner's filters must bring through unharmed: one that they
// split would be looked for in vain.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "support/source_folder.hpp"

namespace {

namespace fs = std::filesystem;

// The name in a line that begins a test; empty in any other line.
std::string name_of_test(const std::string& line) {
  const std::string begin = "TEST_CASE(\"";
  const auto end = line.find("\")", begin.size());
  if (!line.starts_with(begin) || end == std::string::npos) return "";
  return line.substr(begin.size(), end - begin.size());
}

// CMake's lists are split at semicolons, but not within brackets; a backslash guards what follows it, a dollar reads a
// variable; the runner's filters take an asterisk for anything.
bool is_found_again(const std::string& name) { return name.find_first_of(";[]\\$*") == std::string::npos; }

}  // namespace

TEST_CASE("each test has a name of its own in its program, which CMake and the runner's filters leave whole") {
  std::map<std::string, std::string> places;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(support::source_folder()) / "tests")) {
    if (!entry.path().filename().string().ends_with("_test.cpp")) continue;
    const auto place = entry.path().lexically_relative(support::source_folder()).string();
    const auto program = place.substr(0, place.find('/', sizeof "tests"));
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const auto name = name_of_test(line);
      if (name.empty()) continue;
      CHECK_MESSAGE(is_found_again(name), place, ": ", name);
      const auto [first, added] = places.emplace(program + "/" + name, place);
      CHECK_MESSAGE(added, place, ": ", name, " is a test of ", first->second, ", too");
    }
  }
  CHECK(places.size() > 1000);
}

TEST_CASE("a name that a list would split is known") {
  for (const char* name : {"one; two", "a[0", "b]", "a \\ b", "$HOME", "any*"}) CHECK_FALSE(is_found_again(name));
  for (const char* name : {"one, two", "it's 5 % (or more)", "a/b: c"}) CHECK(is_found_again(name));
  CHECK(name_of_test("TEST_CASE(\"one; two\") { CHECK(f(\"b\") == 1); }") == "one; two");
  CHECK(name_of_test("  CHECK(TEST_CASE(\"no\"))") == "");
  CHECK(name_of_test("TEST_CASE(\"") == "");
}
