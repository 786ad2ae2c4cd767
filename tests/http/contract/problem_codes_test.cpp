// The codes of refusals: those of the source and those of the contract are the same words.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "embed/embedded.hpp"
#include "support/source_folder.hpp"

namespace {

using Json = nlohmann::json;

const Json& listed_codes() {
  static const Json codes = Json::parse(embedded::file("api/openapi.json")).at("x-codes");
  return codes;
}

// The words that stand in the source where a refusal is made.
std::set<std::string> codes_in(const std::string& source) {
  static const std::regex made(
      R"re((?:\b(?:conflict|invalid),\s*|Error\(\s*[\w:]+,\s*|refused?\(\s*(?:\w+,\s*)?(?:\d+,\s*)?|problem\(\s*\d+,\s*|refusal\(\s*\d+,\s*|NoRoomForPicture\(\s*|Refusal\{\s*Ground::\w+,\s*)"([a-z0-9_]+)")re");
  std::set<std::string> codes;
  for (std::sregex_iterator it(source.begin(), source.end(), made), end; it != end; ++it) codes.insert((*it)[1]);
  return codes;
}

std::set<std::string> codes_of_source() {
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(support::source_folder() + "/service")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    std::ifstream in(entry.path());
    found.merge(codes_in({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}));
  }
  return found;
}

// Not refusals of a request: of commands at a terminal, and of one section of a form, which has its own list.
const std::set<std::string> kElsewhere{
    "broken_migration", "changed_migration",   "empty_database",    "foreign_database",  "newer_database",
    "older_database",   "unreadable_database", "unknown_time_zone", "cannot_be_written", "not_assigned",
    "other_report",     "unknown_revision",    "unknown_section",   "unreadable_text"};

}  // namespace

TEST_CASE("the codes that the source refuses with are those that the contract lists") {
  auto found = codes_of_source();
  CHECK(found.size() > 60);
  for (const auto& code : kElsewhere) CHECK_MESSAGE(found.erase(code) == 1, code);
  for (const auto& code : found) CHECK_MESSAGE(listed_codes().contains(code), code);
  for (const auto& [code, about] : listed_codes().items()) CHECK_MESSAGE(found.contains(code), code);
}
