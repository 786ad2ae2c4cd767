#include "usecases/frame/build_id.hpp"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace usecases {
namespace {

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {digits[byte >> 4U], digits[byte & 15U]};
  }
  return hex;
}

constexpr std::size_t aligned(std::size_t size) { return (size + 3U) & ~std::size_t{3}; }

// A note: three numbers, the name, what it says, each padded to four bytes.
std::string id_in(std::string_view notes) {
  ElfW(Nhdr) head;
  while (notes.size() >= sizeof head) {
    std::memcpy(&head, notes.data(), sizeof head);
    notes.remove_prefix(sizeof head);
    const std::size_t name = aligned(head.n_namesz);
    const std::size_t whole = name + aligned(head.n_descsz);
    if (whole > notes.size()) return "";
    if (head.n_type == NT_GNU_BUILD_ID && notes.starts_with("GNU")) return hex_of(notes.substr(name, head.n_descsz));
    notes.remove_prefix(whole);
  }
  return "";
}

// The first object is the program itself.
int look_at_program(dl_phdr_info* program, std::size_t, void* found) {
  for (int i = 0; i < program->dlpi_phnum; ++i) {
    const auto& part = program->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    // The linker tells addresses as numbers.
    const auto* begin =
        reinterpret_cast<const char*>(program->dlpi_addr + part.p_vaddr);  // NOLINT(performance-no-int-to-ptr)
    auto& id = *static_cast<std::string*>(found);
    if (id.empty()) id = id_in({begin, part.p_memsz});
  }
  return 1;
}

}  // namespace

std::string build_id() {
  std::string id;
  dl_iterate_phdr(look_at_program, &id);
  return id;
}

}  // namespace usecases
