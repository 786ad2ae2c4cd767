// Any bytes as what pandoc tells about a Word file: they are refused, or become sections whose texts can be kept.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "domain/error.hpp"
#include "render/form_merge.hpp"
#include "render/form_sections.hpp"
#include "render/read_markdown.hpp"

namespace {

void require(bool holds, const char* what, const std::string& shown) {
  if (holds) return;
  std::cerr << "broken: " << what << "\n" << shown << "\n";  // never buffered
  std::abort();
}

void check(const render::FormSection& section) {
  require(!section.marker.section.empty(), "a section has a name", "");
  try {
    const auto merged = render::merge_form("", {}, section.blocks);
    if (merged.unchanged || merged.plainer) return;
    require(render::key_of(render::read_markdown(merged.markdown)) == render::key_of(section.blocks),
            "the text reads as the form did", merged.markdown);
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::invalid && !error.message().empty(), "a refusal says why", "");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto file = render::find_sections(render::read_word(std::string(reinterpret_cast<const char*>(data), size)));
    for (const auto& section : file.sections) check(section);
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::invalid && !error.message().empty(), "a refusal says why", "");
  }
  return 0;
}
