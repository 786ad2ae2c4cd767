#include "documents/picture/exif.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace documents {
namespace {

// Tags and types of entries (Exif 2.3).
constexpr std::uint32_t kOrientation = 274;
constexpr std::uint32_t kExifDirectory = 34665;
constexpr std::uint32_t kKindDirectory = 40965;
constexpr std::uint32_t kKind = 1;
constexpr std::uint32_t kShort = 3;
constexpr std::uint32_t kLong = 4;
constexpr std::uint32_t kText = 2;
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

  // Where its directory begins; 0: this is no TIFF file.
  std::size_t first_directory() const {
    const bool tiff = bytes_.starts_with("II") || bytes_.starts_with("MM");
    return tiff && at(2, 2) == 42 ? at(4, 4) : 0;
  }

  // The place of the value of the first such entry in a directory; nothing: it has none.
  std::optional<std::size_t> value_of(std::size_t directory, std::uint32_t tag, std::uint32_t type) const {
    const std::size_t entries = directory == 0 ? 0 : at(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
      const std::size_t entry = directory + 2 + i * kEntry;
      if (entry >= bytes_.size()) break;
      if (at(entry, 2) == tag && at(entry + 2, 2) == type) return entry + 8;
    }
    return std::nullopt;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

unsigned orientation_in(std::string_view exif) {
  const ExifNumbers numbers(exif);
  const auto place = numbers.value_of(numbers.first_directory(), kOrientation, kShort);
  const std::uint32_t value = place ? numbers.at(*place, 2) : 1;
  return value >= 1 && value <= 8 ? value : 1;
}

bool in_adobe_rgb(std::string_view exif) {
  const ExifNumbers numbers(exif);
  const auto more = numbers.value_of(numbers.first_directory(), kExifDirectory, kLong);
  const auto kinds = more ? numbers.value_of(numbers.at(*more, 4), kKindDirectory, kLong) : std::nullopt;
  const auto kind = kinds ? numbers.value_of(numbers.at(*kinds, 4), kKind, kText) : std::nullopt;
  return kind && exif.substr(std::min(*kind, exif.size())).starts_with("R03");
}

}  // namespace documents
