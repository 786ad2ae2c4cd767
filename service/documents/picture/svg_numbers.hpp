// Numbers of an SVG: read as its grammar has them, and no larger than any program that draws can do with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

constexpr double kLargestSvgNumber = 1e8;

// Reads from the front of a text and takes off what it read.
class SvgReader {
 public:
  explicit SvgReader(std::string_view text) : rest_(text) {}

  bool ended() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  char front() const { return rest_.empty() ? '\0' : rest_.front(); }

  void skip_space();
  // White space, one comma at most, white space.
  void skip_comma();
  bool take(char c);
  // Letters.
  std::string_view word();
  // "-1.5e3". Nothing where none stands here. Error: invalid "invalid_picture" where it is larger than
  // kLargestSvgNumber, either way.
  std::optional<double> number();
  // 0 or 1, as the flags of an arc: no space need follow.
  bool flag();

 private:
  std::string_view rest_;
};

// "1.5px", "50%": a number with a unit of CSS or without one. Nothing: something else stands here.
struct SvgLength {
  double number = 0;
  std::string_view unit;
};
std::optional<SvgLength> read_length(SvgReader& reader);
// The text is lengths and nothing else, with spaces or commas between them; as many as there are.
std::optional<std::vector<SvgLength>> read_lengths(std::string_view text);

// How many numbers the text is, which holds nothing else. There may be millions.
std::optional<std::size_t> count_numbers(std::string_view text);

}  // namespace documents
