// Any bytes as a translator's file: refused in words, or composed into a text that says just what the file says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "domain/error.hpp"
#include "render/translation_compose.hpp"
#include "render/xliff_reader.hpp"

namespace {

const std::string kSource =
    "# One\n\nSome **bold *both*** and [link](https://example.org) `code`[^1]\n\n- item\n\n| a |\n|---|\n| b<br>c |\n\n"
    "[^1]: Note.\n";

void compose(const render::XliffReadFile& file) {
  const render::TextUnits source(kSource);
  std::vector<render::UnitParts> targets;
  for (const auto& unit : source.units()) {
    targets.push_back(unit.parts);
    const std::size_t i = targets.size() - 1;
    if (i >= file.units.size() || !file.units[i].target) continue;
    auto target = render::fit_target(*file.units[i].target, unit);
    if (target.fault.empty()) targets.back() = std::move(target.parts);
  }
  const std::string written = render::compose_translation(kSource, std::nullopt, targets);
  if (render::compose_translation(kSource, written, targets) == written) return;
  std::cerr << "broken: a round trip that changes nothing keeps every byte\n" << written << "\n";
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto content = render::read_xliff({reinterpret_cast<const char*>(data), size});
    for (const auto& file : content.files) compose(file);
  } catch (const domain::Error& error) {
    if (error.message().empty()) std::abort();
  }
  return 0;
}
