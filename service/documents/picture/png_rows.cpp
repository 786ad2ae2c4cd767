#include "documents/picture/png_rows.hpp"

#include <png.h>

#include <bit>
#include <csetjmp>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "documents/picture/box_filter.hpp"
#include "documents/picture/picture_readers.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr int kQuickly = 3;  // of 9: the program that makes the document packs the pixels anew

[[noreturn]] void leave_png(png_structp png, png_const_charp) {
  std::longjmp(*static_cast<std::jmp_buf*>(png_get_error_ptr(png)), 1);
}
void take_no_notice(png_structp, png_const_charp) {}

void read_png_bytes(png_structp png, png_bytep to, std::size_t size) {
  auto& rest = *static_cast<std::string_view*>(png_get_io_ptr(png));
  if (size > rest.size()) leave_png(png, "");
  std::memcpy(to, rest.data(), size);
  rest.remove_prefix(size);
}
void write_png_bytes(png_structp png, png_bytep from, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(from), size);
}

// What the library's way out jumps over lives here, not in the functions that it leaves.
class PngRows {
 public:
  PngRows(std::string_view png, const PngWay& way) : rest_(png), way_(way) {}
  ~PngRows() {
    png_destroy_read_struct(&in_, &in_info_, nullptr);
    png_destroy_write_struct(&out_, &out_info_);
  }
  PngRows(const PngRows&) = delete;
  PngRows& operator=(const PngRows&) = delete;

  // Empty where the library cannot do it.
  std::string recoloured() {
    if (setjmp(way_out_) != 0) return "";
    begin_reading();
    begin_writing();
    const std::size_t height = png_get_image_height(in_, in_info_);
    if (passes_ == 1) {
      for (std::size_t y = 0; y < height; ++y) {
        read_row(row_.data());
        write_row(row_.data());
      }
    } else {
      read_passes(height);
      for (std::size_t y = 0; y < height; ++y) write_row(all_.data() + y * row_.size());
    }
    png_write_end(out_, out_info_);
    return std::move(bytes_);
  }

 private:
  void begin_reading() {
    in_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, &way_out_, leave_png, take_no_notice);
    in_info_ = in_ == nullptr ? nullptr : png_create_info_struct(in_);
    if (in_info_ == nullptr) std::longjmp(way_out_, 1);
    png_set_read_fn(in_, &rest_, read_png_bytes);
    png_read_info(in_, in_info_);
    png_set_expand(in_);
    if (!way_.deep) png_set_scale_16(in_);
    if (way_.deep && std::endian::native == std::endian::little) png_set_swap(in_);
    passes_ = png_set_interlace_handling(in_);
    png_read_update_info(in_, in_info_);
    row_.resize(png_get_rowbytes(in_, in_info_));
    if (way_.size.width > 0) begin_filter();
  }

  void begin_filter() {
    const PictureSize size{png_get_image_width(in_, in_info_), png_get_image_height(in_, in_info_)};
    if (size.width < way_.size.width || size.height < way_.size.height || size.width > kLongestSide ||
        size.height > kLongestSide) {
      leave_png(in_, "");
    }
    const bool alpha = (png_get_color_type(in_, in_info_) & PNG_COLOR_MASK_ALPHA) != 0;
    filter_.emplace(size, way_.size, png_get_channels(in_, in_info_), alpha);
  }

  void read_row(unsigned char* row) {
    if (way_.each_row) way_.each_row();
    png_read_row(in_, row, nullptr);
  }

  void begin_writing() {
    out_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, &way_out_, leave_png, take_no_notice);
    out_info_ = out_ == nullptr ? nullptr : png_create_info_struct(out_);
    if (out_info_ == nullptr) std::longjmp(way_out_, 1);
    png_set_write_fn(out_, &bytes_, write_png_bytes, nullptr);
    const auto width = filter_ ? way_.size.width : png_get_image_width(in_, in_info_);
    const auto height = filter_ ? way_.size.height : png_get_image_height(in_, in_info_);
    png_set_IHDR(out_, out_info_, width, height, 8, png_get_color_type(in_, in_info_), PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (filter_) png_set_compression_level(out_, kQuickly);
    png_uint_32 x = 0;
    png_uint_32 y = 0;
    int unit = 0;
    if (!filter_ && png_get_pHYs(in_, in_info_, &x, &y, &unit) != 0) png_set_pHYs(out_, out_info_, x, y, unit);
    png_write_info(out_, out_info_);
    made_.resize(std::size_t{width} * png_get_channels(in_, in_info_));
  }

  void read_passes(std::size_t height) {
    all_.resize(row_.size() * height);
    for (int pass = 0; pass < passes_; ++pass) {
      for (std::size_t y = 0; y < height; ++y) read_row(all_.data() + y * row_.size());
    }
  }

  void write_row(const unsigned char* row) {
    if (filter_) row = filter_->add(row);
    if (row == nullptr) return;
    if (way_.convert) {
      way_.convert(row, made_.data(), png_get_image_width(in_, in_info_));
      row = made_.data();
    }
    png_write_row(out_, row);
  }

  std::string_view rest_;
  const PngWay& way_;
  std::jmp_buf way_out_{};
  png_structp in_ = nullptr;
  png_infop in_info_ = nullptr;
  png_structp out_ = nullptr;
  png_infop out_info_ = nullptr;
  int passes_ = 1;
  std::optional<BoxFilter> filter_;
  std::vector<unsigned char> row_;
  std::vector<unsigned char> made_;
  std::vector<unsigned char> all_;
  std::string bytes_;
};

}  // namespace

std::string recoloured_png(const std::string& png, const PngWay& way) {
  std::string made = PngRows(png, way).recoloured();
  if (made.empty()) refuse_picture(say("The PNG is damaged: its pixels cannot be unpacked."));
  return made;
}

std::string smaller_png(const std::string& png, PictureSize size, const std::function<void()>& each_row) {
  return PngRows(png, {false, {}, size, each_row}).recoloured();
}

}  // namespace documents
