// Whatever the bytes of a format file are: it is read, or refused with a domain::Error that names a fault.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "domain/basis/language.hpp"
#include "usecases/format_file/format_reader.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool says_what(const domain::Finding& finding) { return !finding.message.empty(); }

// What can stand in an address as it is.
bool is_key(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, allowed);
}

void check(const domain::Format& format) {
  require(is_key(format.key) && !format.title.empty() && !format.languages.empty());
  require(std::ranges::all_of(format.languages, domain::is_language_tag));
  require(!format.outline.empty() && !format.review_steps.empty());
  int depth = 0;
  for (const auto& node : format.outline) {
    require(is_key(node.key) && format.find(node.key) == &node && !node.title.empty());  // no other node has its key
    const auto* parent = format.find(node.parent);
    require((parent == nullptr) == node.parent.empty());
    require(parent == nullptr ? node.depth == 1 : parent < &node && parent->depth + 1 == node.depth);
    require(node.depth <= depth + 1);
    depth = node.depth;
  }
  for (const auto& step : format.review_steps) require(step.role == "coordinator" || step.role == "reviewer");
  for (const auto& stage : format.stages) require(stage.start.days <= stage.end.days);
  require(std::ranges::all_of(usecases::format_warnings(format), says_what));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  domain::Format format;
  try {
    format = usecases::read_format({reinterpret_cast<const char*>(data), size});
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::invalid && error.kind() == "invalid_format");
    require(!error.findings().empty() && std::ranges::all_of(error.findings(), says_what));
    return 0;
  }
  check(format);
  return 0;
}
