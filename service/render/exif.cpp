#include "render/exif.hpp"

#include <cstddef>
#include <cstdint>

namespace render {
namespace {

constexpr std::uint32_t kOrientation = 274;
constexpr std::uint32_t kShort = 3;
constexpr std::size_t kEntry = 12;

// A TIFF file's numbers, in the byte order that it names.
class ExifNumbers {
 public:
  explicit ExifNumbers(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  // 0 where it lies outside.
  std::uint32_t at(std::size_t place, std::size_t size) const {
    if (place > bytes_.size() || size > bytes_.size() - place) return 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t from = place + (little_ ? size - 1 - i : i);
      number = number << 8U | static_cast<unsigned char>(bytes_[from]);
    }
    return number;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

unsigned orientation_in(std::string_view exif) {
  const bool tiff = exif.starts_with("II") || exif.starts_with("MM");
  const ExifNumbers numbers(exif);
  if (!tiff || numbers.at(2, 2) != 42) return 1;
  const std::size_t directory = numbers.at(4, 4);
  const std::size_t entries = numbers.at(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntry;
    if (entry >= exif.size()) return 1;
    if (numbers.at(entry, 2) != kOrientation || numbers.at(entry + 2, 2) != kShort) continue;
    const std::uint32_t value = numbers.at(entry + 8, 2);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

}  // namespace render
