// The compressed pixels of a PNG: unpacked a piece at a time, so that it costs no memory, and compared with what its
// header promises.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "documents/picture/picture.hpp"

namespace documents {

struct PngHeader {
  PictureSize size;
  unsigned bits = 8;    // of one sample
  unsigned colour = 0;  // type
  bool interlaced = false;
};

class PngPixels {
 public:
  explicit PngPixels(const PngHeader& header);
  ~PngPixels();
  PngPixels(const PngPixels&) = delete;
  PngPixels& operator=(const PngPixels&) = delete;

  // Errors: domain::Error where the pixels are damaged, or more than there should be.
  void add(std::string_view compressed);
  // Every pixel came, and the stream ends there.
  bool is_whole() const { return ended_ && pass_ == passes_.size(); }

 private:
  struct Pass {
    std::uint64_t row_bytes = 0;  // with the byte that names its filter
    std::uint64_t rows = 0;
  };
  void add_pass(const PngHeader& header, std::uint32_t width, std::uint32_t height);
  void take(std::string_view pixels);

  z_stream stream_{};
  bool ended_ = false;
  std::vector<Pass> passes_;
  std::size_t pass_ = 0;
  std::uint64_t row_ = 0;
  std::uint64_t in_row_ = 0;
};

}  // namespace documents
