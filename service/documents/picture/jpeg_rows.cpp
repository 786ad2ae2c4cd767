#include "documents/picture/jpeg_rows.hpp"

// clang-format off
#include <cstdio>
#include <jpeglib.h>  // behind what it wants
// clang-format on

#include <csetjmp>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "documents/picture/box_filter.hpp"
#include "documents/picture/picture_readers.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr int kMostScans = 100;  // each costs a walk over the whole picture
constexpr int kFineQuality = 92;

// The library's structures lead back to these: each begins with the part that the library knows.
struct JpegFault {
  jpeg_error_mgr known{};
  std::jmp_buf way_out{};
};
struct JpegTarget {
  jpeg_destination_mgr known{};
  std::string bytes;
  std::array<JOCTET, 64 * 1024> piece{};
};

[[noreturn]] void leave(j_common_ptr jpeg) { std::longjmp(reinterpret_cast<JpegFault*>(jpeg->err)->way_out, 1); }

void begin_piece(j_compress_ptr jpeg) {
  auto& target = *reinterpret_cast<JpegTarget*>(jpeg->dest);
  target.known.next_output_byte = target.piece.data();
  target.known.free_in_buffer = target.piece.size();
}
boolean put_piece(j_compress_ptr jpeg) {
  auto& target = *reinterpret_cast<JpegTarget*>(jpeg->dest);
  target.bytes.append(reinterpret_cast<const char*>(target.piece.data()), target.piece.size());
  begin_piece(jpeg);
  return TRUE;
}
void put_last_piece(j_compress_ptr jpeg) {
  auto& target = *reinterpret_cast<JpegTarget*>(jpeg->dest);
  const std::size_t size = target.piece.size() - target.known.free_in_buffer;
  target.bytes.append(reinterpret_cast<const char*>(target.piece.data()), size);
}

void count_scans(j_common_ptr jpeg) {
  if (jpeg->is_decompressor != 0 && reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > kMostScans)
    leave(jpeg);
}

// What the library's ways out jump over lives here, not in the functions that they leave.
class JpegRows {
 public:
  explicit JpegRows(unsigned channels = 0, ConvertRow convert = {})
      : channels_(channels), convert_(std::move(convert)) {
    in_.err = out_.err = jpeg_std_error(&fault_.known);
    fault_.known.error_exit = leave;
    fault_.known.emit_message = [](j_common_ptr, int) {};
    scans_.progress_monitor = count_scans;
    target_.known.init_destination = begin_piece;
    target_.known.empty_output_buffer = put_piece;
    target_.known.term_destination = put_last_piece;
  }
  ~JpegRows() {
    jpeg_destroy_compress(&out_);
    jpeg_destroy_decompress(&in_);
  }
  JpegRows(const JpegRows&) = delete;
  JpegRows& operator=(const JpegRows&) = delete;

  // Empty, as above, where the library cannot do it. size: no larger than what is read.
  std::string smaller(const std::string& jpeg, PictureSize size, const std::function<void()>& each_row) {
    if (setjmp(fault_.way_out) != 0) return "";
    begin_reading(jpeg, size);
    filter_.emplace(PictureSize{in_.output_width, in_.output_height}, size, channels_, false);
    begin_writing(size);
    while (in_.output_scanline < in_.output_height) {
      each_row();
      auto* row = row_.data();
      jpeg_read_scanlines(&in_, &row, 1);
      auto* made = const_cast<unsigned char*>(filter_->add(row));  // the library only reads it
      if (made != nullptr) jpeg_write_scanlines(&out_, &made, 1);
    }
    jpeg_finish_compress(&out_);
    return std::move(target_.bytes);
  }

  // Empty where the library cannot do it.
  std::string recoloured(const std::string& jpeg) {
    if (setjmp(fault_.way_out) != 0) return "";
    begin_reading(jpeg, {});
    begin_writing({in_.output_width, in_.output_height});
    while (in_.output_scanline < in_.output_height) {
      auto* row = row_.data();
      auto* made = made_.data();
      jpeg_read_scanlines(&in_, &row, 1);
      convert_(row, made, in_.output_width);
      jpeg_write_scanlines(&out_, &made, 1);
    }
    jpeg_finish_compress(&out_);
    return std::move(target_.bytes);
  }

 private:
  void begin_reading(const std::string& jpeg, PictureSize size) {
    jpeg_create_decompress(&in_);
    in_.progress = &scans_;
    jpeg_mem_src(&in_, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
    jpeg_read_header(&in_, TRUE);
    if (size.width > 0) scale_coarsely(size);
    in_.out_color_space = channels_ == 4 ? JCS_CMYK : channels_ == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_start_decompress(&in_);
    row_.resize(std::size_t{in_.output_width} * channels_);
    made_.resize(std::size_t{in_.output_width} * (channels_ == 1 ? 1 : 3));
  }

  // By the library, which need not unpack what is left out.
  void scale_coarsely(PictureSize size) {
    if (in_.num_components != 1 && in_.num_components != 3) leave(reinterpret_cast<j_common_ptr>(&in_));
    if (in_.image_width < size.width || in_.image_height < size.height || in_.image_width > kLongestSide ||
        in_.image_height > kLongestSide) {
      leave(reinterpret_cast<j_common_ptr>(&in_));
    }
    channels_ = static_cast<unsigned>(in_.num_components);
    for (const unsigned part : {2U, 4U, 8U}) {
      if (in_.image_width / part >= size.width && in_.image_height / part >= size.height) in_.scale_denom = part;
    }
  }

  void begin_writing(PictureSize size) {
    jpeg_create_compress(&out_);
    out_.dest = &target_.known;
    out_.image_width = size.width;
    out_.image_height = size.height;
    out_.input_components = channels_ == 1 ? 1 : 3;
    out_.in_color_space = channels_ == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&out_);
    jpeg_set_quality(&out_, kFineQuality, TRUE);
    write_as_fine();
    if (in_.saw_JFIF_marker != 0 && !filter_) {
      out_.density_unit = in_.density_unit;
      out_.X_density = in_.X_density;
      out_.Y_density = in_.Y_density;
    }
    jpeg_start_compress(&out_, TRUE);
  }

  // With the tables of what is read, as every other choice would make a file larger, or a picture coarser. Inks have
  // no brightness of their own, so that the table of the first serves all.
  void write_as_fine() {
    const bool bright = in_.jpeg_color_space == JCS_YCbCr || in_.jpeg_color_space == JCS_YCCK;
    copy_table(0, in_.comp_info[0]);
    copy_table(1, in_.comp_info[bright ? 1 : 0]);
    const auto steps = [](int all, int part) { return part > 0 && all / part >= 2 ? 2 : 1; };
    const auto* from = in_.comp_info;
    out_.comp_info[0].h_samp_factor = bright ? steps(from[0].h_samp_factor, from[1].h_samp_factor) : 1;
    out_.comp_info[0].v_samp_factor = bright ? steps(from[0].v_samp_factor, from[1].v_samp_factor) : 1;
  }

  void copy_table(int number, const jpeg_component_info& of) {
    if (of.quant_table == nullptr) return;
    for (int i = 0; i < DCTSIZE2; ++i) {
      const auto step = std::clamp<UINT16>(of.quant_table->quantval[i], 1, 255);
      out_.quant_tbl_ptrs[number]->quantval[i] = step;
    }
  }

  unsigned channels_;
  ConvertRow convert_;
  std::optional<BoxFilter> filter_;
  JpegFault fault_;
  jpeg_progress_mgr scans_{};
  JpegTarget target_;
  jpeg_decompress_struct in_{};
  jpeg_compress_struct out_{};
  std::vector<unsigned char> row_;
  std::vector<unsigned char> made_;
};

}  // namespace

std::string recoloured_jpeg(const std::string& jpeg, unsigned channels, const ConvertRow& convert) {
  std::string made = JpegRows(channels, convert).recoloured(jpeg);
  if (made.empty()) refuse_picture(say("The JPEG is damaged: its pixels cannot be unpacked."));
  return made;
}

std::string smaller_jpeg(const std::string& jpeg, PictureSize size, const std::function<void()>& each_row) {
  return JpegRows().smaller(jpeg, size, each_row);
}

}  // namespace documents
