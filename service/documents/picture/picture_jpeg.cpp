// JPEG (ITU T.81, annex B): its marked parts one after the other. The coded pixels are passed over, not decoded.
#include <algorithm>
#include <map>
#include <utility>

#include "documents/picture/exif.hpp"
#include "documents/picture/jpeg_colours.hpp"
#include "documents/picture/jpeg_turn.hpp"
#include "documents/picture/picture_readers.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

using namespace std::string_view_literals;

enum Marker : unsigned {
  kHuffman = 0xC4,
  kStart = 0xD8,
  kEnd = 0xD9,
  kScan = 0xDA,
  kQuantisation = 0xDB,
  kRestart = 0xDD,
  kApplication = 0xE0,
  kExif = 0xE1,
  kProfile = 0xE2,
  kAdobe = 0xEE,
  kLastApplication = 0xEF,
  kComment = 0xFE,
};

[[noreturn]] void refuse_cut() { refuse_picture(say("The JPEG is cut off before its end. Send it again.")); }
[[noreturn]] void refuse_damaged_jpeg(const domain::Message& what) {
  refuse_picture(say("The JPEG is damaged: {0}.", what));
}

bool is_frame(unsigned marker) { return marker >= 0xC0 && marker <= 0xCF && marker != kHuffman && marker != 0xC8; }
bool is_restart(unsigned marker) { return marker >= 0xD0 && marker <= 0xD7; }

class JpegReader {
 public:
  explicit JpegReader(std::string_view content) : content_(content), at_(2) {
    picture_.kind = PictureKind::jpeg;
    picture_.bytes.append(content.substr(0, 2));
  }

  CleanPicture read() {
    while (!ended_) part(next_marker());
    if (at_ < content_.size()) note_change(picture_, "bytes behind its end taken out");
    if (scans_ == 0) refuse_damaged_jpeg(say("it has no pixels"));
    return std::move(picture_);
  }
  unsigned orientation() const { return orientation_; }
  JpegColours colours() const {
    JpegColours colours{channels_, by_adobe_, adobe_rgb_, {}};
    for (const auto& [number, piece] : profile_) colours.profile += piece;
    return colours;
  }

 private:
  unsigned byte_at(std::size_t place) const {
    if (place >= content_.size()) refuse_cut();
    return static_cast<unsigned char>(content_[place]);
  }

  unsigned next_marker() {
    if (byte_at(at_) != 0xFF) refuse_damaged_jpeg(say("a marker is missing"));
    while (byte_at(at_) == 0xFF) ++at_;  // any number of them may stand before a marker
    return byte_at(at_++);
  }

  void part(unsigned marker) {
    if (marker == kEnd) {
      picture_.bytes += "\xFF\xD9";
      ended_ = true;
      return;
    }
    if (marker == kStart || marker < 0xC0 || is_restart(marker))
      refuse_damaged_jpeg(say("a marker is in the wrong place"));
    byte_at(at_ + 1);
    const std::size_t size = big_endian_16(content_, at_);
    if (size < 2) refuse_damaged_jpeg(say("a part of it has no length"));
    if (size > content_.size() - at_) refuse_cut();
    const std::string_view data = content_.substr(at_ + 2, size - 2);
    at_ += size;
    take(marker, data);
  }

  void take(unsigned marker, std::string_view data) {
    if (is_frame(marker)) return frame(marker, data);
    if (marker >= kApplication && marker <= kLastApplication) return application(marker, data);
    switch (marker) {
      case kHuffman:
      case kQuantisation:
      case kRestart:
        return keep(marker, data);
      case kScan:
        return scan(data);
      case kComment:
        return note_change(picture_, "comments taken out");
      default:
        refuse_damaged_jpeg(say("it contains a part that no picture needs"));
    }
  }

  void keep(unsigned marker, std::string_view data) {
    const std::size_t size = data.size() + 2;
    picture_.bytes +=
        {'\xFF', static_cast<char>(marker), static_cast<char>(size >> 8U), static_cast<char>(size & 255U)};
    picture_.bytes += data;
  }

  void frame(unsigned marker, std::string_view data) {
    if (marker > 0xC2) {
      refuse_picture(
          say("This is a JPEG of a rare kind (lossless or arithmetic). Save it as an ordinary JPEG or a PNG."));
    }
    if (picture_.size.width != 0) refuse_damaged_jpeg(say("it has two frames"));
    if (data.size() < 6) refuse_damaged_jpeg(say("its header is cut off"));
    const unsigned components = static_cast<unsigned char>(data[5]);
    const bool known = components == 1 || components == 3 || components == 4;
    if (data[0] != 8 || !known || data.size() != 6 + std::size_t{3} * components) {
      refuse_picture(say("This is a JPEG of a rare kind. Save it with 8 bits per colour."));
    }
    channels_ = components;
    picture_.size = {big_endian_16(data, 3), big_endian_16(data, 1)};
    check_size(picture_.size);
    keep(marker, data);
  }

  // Behind the header of a scan lie its coded pixels, up to the next marker that is none of theirs.
  void scan(std::string_view data) {
    if (picture_.size.width == 0) refuse_damaged_jpeg(say("its pixels come before its size"));
    keep(kScan, data);
    ++scans_;
    const std::size_t begin = at_;
    for (;; ++at_) {
      at_ = content_.find('\xFF', at_);
      if (at_ == std::string_view::npos) refuse_cut();
      const unsigned marker = byte_at(at_ + 1);
      if (marker != 0 && marker != 0xFF && !is_restart(marker)) break;
    }
    if (at_ == begin) refuse_damaged_jpeg(say("it has no pixels"));
    picture_.bytes += content_.substr(begin, at_ - begin);
  }

  // The two that decoders need stay, without the small picture that the first may hold.
  void application(unsigned marker, std::string_view data) {
    if (marker == kApplication && data.starts_with("JFIF\0"sv) && data.size() >= 14) {
      return keep(marker, std::string(data.substr(0, 12)) + std::string(2, '\0'));
    }
    if (marker == kAdobe && data.starts_with("Adobe") && data.size() >= 12) {
      by_adobe_ = true;
      return keep(marker, data.substr(0, 12));
    }
    if (marker == kExif && data.starts_with("Exif\0\0"sv)) {
      orientation_ = orientation_in(data.substr(6));
      adobe_rgb_ = in_adobe_rgb(data.substr(6));
      return note_change(picture_, "Exif data (camera, time, place) taken out");
    }
    if (marker == kProfile && data.starts_with("ICC_PROFILE\0"sv)) {
      add_to_profile(data.substr(12));
      return note_change(picture_, "colour profile taken out");
    }
    note_change(picture_, "other data about the picture taken out");
  }

  // piece: its number, how many there are, and its bytes.
  void add_to_profile(std::string_view piece) {
    if (piece.size() > 2) profile_.try_emplace(static_cast<unsigned char>(piece[0]), piece.substr(2));
  }

  std::string_view content_;
  std::size_t at_;
  CleanPicture picture_;
  std::map<unsigned char, std::string_view> profile_;  // its pieces by their numbers
  unsigned channels_ = 3;
  bool by_adobe_ = false;
  bool adobe_rgb_ = false;
  unsigned orientation_ = 1;
  int scans_ = 0;
  bool ended_ = false;
};

}  // namespace

CleanPicture read_jpeg(std::string_view content) {
  JpegReader reader(content);
  CleanPicture picture = reader.read();
  if (const auto recoloured = jpeg_in_srgb(picture.bytes, reader.colours())) {
    if (!recoloured->bytes.empty()) picture.bytes = JpegReader(recoloured->bytes).read().bytes;
    note_change(picture, recoloured->change);
  }
  if (reader.orientation() == 1) return picture;
  CleanPicture turned = JpegReader(turn_jpeg(picture.bytes, reader.orientation())).read();
  turned.changes = std::move(picture.changes);
  turned.changes.emplace_back("turned upright, as its Exif data says");
  return turned;
}

}  // namespace documents
