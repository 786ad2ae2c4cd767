#include "documents/text/excerpt.hpp"

namespace documents {

std::string excerpt(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && ++characters > most) return std::string(text.substr(0, i)) + "...";
  }
  return std::string(text);
}

}  // namespace documents
