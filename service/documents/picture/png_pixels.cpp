#include "documents/picture/png_pixels.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "documents/picture/picture_readers.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr unsigned kFilters = 5;

// The seven passes of an interlaced picture: first column and row, and the steps (PNG specification, 8.2).
struct Interlace {
  std::uint32_t x, y, step_x, step_y;
};
constexpr std::array<Interlace, 7> kInterlace{
    {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};

unsigned samples_of(unsigned colour) {
  switch (colour) {
    case 2:
      return 3;
    case 4:
      return 2;
    case 6:
      return 4;
    default:
      return 1;
  }
}

std::uint32_t count_of(std::uint32_t all, std::uint32_t first, std::uint32_t step) {
  return all <= first ? 0 : (all - first - 1) / step + 1;
}

[[noreturn]] void refuse_pixels() { refuse_picture(say("The PNG is damaged: its pixels cannot be unpacked.")); }

}  // namespace

PngPixels::PngPixels(const PngHeader& header) {
  if (inflateInit(&stream_) != Z_OK) throw std::runtime_error("zlib cannot be started");
  if (!header.interlaced) add_pass(header, header.size.width, header.size.height);
  if (!header.interlaced) return;
  for (const auto& pass : kInterlace) {
    add_pass(header, count_of(header.size.width, pass.x, pass.step_x),
             count_of(header.size.height, pass.y, pass.step_y));
  }
}

PngPixels::~PngPixels() { inflateEnd(&stream_); }

void PngPixels::add_pass(const PngHeader& header, std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return;
  const std::uint64_t bits = std::uint64_t{width} * samples_of(header.colour) * header.bits;
  passes_.push_back({1 + (bits + 7) / 8, height});
}

void PngPixels::add(std::string_view compressed) {
  std::array<char, 64 * 1024> pixels{};
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));  // zlib only reads it
  stream_.avail_in = static_cast<uInt>(compressed.size());
  while (stream_.avail_in > 0 || stream_.avail_out == 0) {
    if (ended_ && stream_.avail_in == 0) return;
    if (ended_) refuse_pixels();
    stream_.next_out = reinterpret_cast<Bytef*>(pixels.data());
    stream_.avail_out = static_cast<uInt>(pixels.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_BUF_ERROR) return;  // it wants more to read
    if (result != Z_OK && result != Z_STREAM_END) refuse_pixels();
    take({pixels.data(), pixels.size() - stream_.avail_out});
    ended_ = result == Z_STREAM_END;
  }
}

void PngPixels::take(std::string_view pixels) {
  while (!pixels.empty()) {
    if (pass_ == passes_.size()) refuse_picture(say("The PNG is damaged: it has more pixels than it says."));
    const Pass& pass = passes_[pass_];
    if (in_row_ == 0 && static_cast<unsigned char>(pixels.front()) >= kFilters) refuse_pixels();
    const auto count = std::min<std::uint64_t>(pixels.size(), pass.row_bytes - in_row_);
    pixels.remove_prefix(static_cast<std::size_t>(count));
    in_row_ += count;
    if (in_row_ < pass.row_bytes) return;
    in_row_ = 0;
    if (++row_ < pass.rows) continue;
    row_ = 0;
    ++pass_;
  }
}

}  // namespace documents
