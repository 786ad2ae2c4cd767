// Whatever the bytes of a format file are: it is read, or refused with a domain::Error that names a fault.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "usecases/format_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto format = usecases::read_format({reinterpret_cast<const char*>(data), size});
    usecases::format_warnings(format);
    if (format.outline.empty() || format.review_steps.empty()) std::abort();
    for (const auto& node : format.outline) {
      if (format.find(node.key) == nullptr || node.title.empty()) std::abort();
    }
  } catch (const domain::Error& error) {
    if (error.findings().empty()) std::abort();
  }
  return 0;
}
