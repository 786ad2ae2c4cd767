#include "support/golden.hpp"
#include "support/source_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace support {
namespace {

std::string path_of(const std::string& name) { return source_folder() + "/tests/golden/" + name; }

// The first line that differs, for a message that can be read.
std::string first_difference(const std::string& expected, const std::string& actual) {
  std::size_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i) {
    if (expected[i] != actual[i]) break;
    if (expected[i] == '\n') {
      ++line;
      begin = i + 1;
    }
  }
  const auto line_of = [&](const std::string& text) { return text.substr(begin, text.find('\n', begin) - begin); };
  return "line " + std::to_string(line) + "\n expected: " + line_of(expected) + "\n actual:   " + line_of(actual);
}

}  // namespace

std::string golden(const std::string& name) {
  std::ifstream in(path_of(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void check_golden(const std::string& name, const std::string& text) {
  if (std::getenv("NATIONAL_REPORT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path_of(name), std::ios::binary) << text;
    return;
  }
  const std::string expected = golden(name);
  REQUIRE_MESSAGE(!expected.empty(), "there is no golden file ", name);
  const bool same = expected == text;
  CHECK_MESSAGE(same, name, " differs at ", first_difference(expected, text));
}

}  // namespace support
