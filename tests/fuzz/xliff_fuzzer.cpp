// Any bytes as a translator's file: refused in words, or composed into a text that says just what the file says.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/translation/translation_compose.hpp"
#include "documents/translation/xliff_reader.hpp"
#include "domain/basis/error.hpp"

namespace {

const std::string kSource =
    "# One\n\nSome **bold *both*** and [link](https://example.org) `code`[^1]\n\n- item\n\n| a |\n|---|\n| b<br>c |\n\n"
    "[^1]: Note.\n";

void require(bool holds, const char* what, const std::string& shown) {
  if (holds) return;
  std::cerr << "broken: " << what << "\n" << shown << "\n";
  std::abort();
}

using Targets = std::vector<documents::UnitParts>;

bool reads_as(const documents::TextUnits& source, const std::string& written, const Targets& targets) {
  const auto read = documents::align_translation(source, documents::TextUnits(written));
  return std::ranges::equal(read, targets, [](const auto& a, const auto& b) { return a == b; });
}

void compose(const documents::XliffReadFile& file) {
  const documents::TextUnits source(kSource);
  Targets targets;
  bool translated = false;
  for (const auto& unit : source.units()) {
    targets.push_back(unit.parts);
    const std::size_t i = targets.size() - 1;
    if (i >= file.units.size() || !file.units[i].target) continue;
    auto target = documents::fit_target(*file.units[i].target, unit);
    if (!target.fault.empty()) continue;
    translated = translated || target.parts != unit.parts;
    targets.back() = std::move(target.parts);
  }
  std::string written;
  try {
    written = documents::compose_translation(kSource, std::nullopt, targets);
  } catch (const documents::Unwritable& error) {
    require(translated, "what nobody changed is not refused", error.english());
    return;
  }
  require(translated || written == kSource, "where nothing differs every byte stays", written);
  require(reads_as(source, written, targets), "the text says what the file says", written);
  require(documents::compose_translation(kSource, written, targets) == written,
          "a round trip that changes nothing keeps every byte", written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  documents::XliffContent content;
  try {
    content = documents::read_xliff({reinterpret_cast<const char*>(data), size});
  } catch (const domain::Error& error) {
    require(error.kind() == "invalid_xml" || error.kind() == "invalid_xliff", "a refusal says why", error.kind());
    require(!error.english().empty(), "a refusal is in words", error.kind());
  }
  for (const auto& file : content.files) compose(file);
  return 0;
}
