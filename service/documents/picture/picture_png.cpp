// PNG, as the specification has it (third edition): its chunks one after the other.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <set>

#include "documents/picture/picture_readers.hpp"
#include "documents/picture/png_colours.hpp"
#include "documents/picture/png_pixels.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::size_t kSignature = 8;
constexpr std::size_t kAround = 12;  // length, type and checksum of a chunk

struct Chunk {
  std::string_view type;
  std::string_view data;
  std::string_view whole;
};

// What is kept beside header, palette, pixels and end, and its length: how to show the colours, and how large.
struct Kept {
  std::string_view type;
  std::size_t size;
};
constexpr std::array<Kept, 5> kKept{{{"gAMA", 4}, {"cHRM", 32}, {"sRGB", 1}, {"cICP", 4}, {"pHYs", 9}}};

std::string name_of_removed(std::string_view type) {
  if (type == "iCCP") return "colour profile taken out";
  if (type == "eXIf") return "Exif data taken out";
  if (type == "tEXt" || type == "zTXt" || type == "iTXt") return "texts about the picture taken out";
  if (type == "tIME") return "time taken out";
  return "part '" + std::string(type) + "' taken out";
}

bool fits_together(unsigned bits, unsigned colour) {
  switch (colour) {
    case 0:
      return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    case 3:
      return bits == 1 || bits == 2 || bits == 4 || bits == 8;
    case 2:
    case 4:
    case 6:
      return bits == 8 || bits == 16;
    default:
      return false;
  }
}

[[noreturn]] void refuse_damaged_png(const domain::Message& what) {
  refuse_picture(say("The PNG is damaged: {0}.", what));
}

class PngReader {
 public:
  explicit PngReader(std::string_view content) : rest_(content.substr(kSignature)) {
    picture_.kind = PictureKind::png;
    picture_.bytes.append(content.substr(0, kSignature));
  }

  CleanPicture read() {
    header(next());
    while (!ended_) take(next());
    if (!pixels_->is_whole()) refuse_damaged_png(say("pixels are missing"));
    if (!rest_.empty()) note_change(picture_, "bytes behind its end taken out");
    picture_.size = header_.size;
    return std::move(picture_);
  }
  const PngColours& colours() const { return said_; }

 private:
  Chunk next() {
    if (rest_.size() < kAround) refuse_picture(say("The PNG is cut off before its end. Send it again."));
    const std::size_t size = big_endian_32(rest_, 0);
    if (size > rest_.size() - kAround) refuse_picture(say("The PNG is cut off before its end. Send it again."));
    const Chunk chunk{rest_.substr(4, 4), rest_.substr(8, size), rest_.substr(0, size + kAround)};
    const bool letters =
        std::ranges::all_of(chunk.type, [](unsigned char c) { return c < 128 && std::isalpha(c) != 0; });
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(chunk.type.data()), static_cast<uInt>(size + 4));
    if (!letters || sum != big_endian_32(rest_, size + 8)) refuse_damaged_png(say("a checksum in it is wrong"));
    rest_.remove_prefix(size + kAround);
    return chunk;
  }

  void keep(const Chunk& chunk) { picture_.bytes += chunk.whole; }

  void header(const Chunk& chunk) {
    if (chunk.type != "IHDR" || chunk.data.size() != 13) refuse_damaged_png(say("it does not begin with its header"));
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(chunk.data[at])); };
    header_ = {{big_endian_32(chunk.data, 0), big_endian_32(chunk.data, 4)}, byte(8), byte(9), byte(12) == 1};
    if (!fits_together(header_.bits, header_.colour) || byte(10) != 0 || byte(11) != 0 || byte(12) > 1) {
      refuse_damaged_png(say("its header describes something no PNG can be"));
    }
    check_size(header_.size);
    said_.header = header_;
    pixels_ = std::make_unique<PngPixels>(header_);
    keep(chunk);
  }

  void take(const Chunk& chunk) {
    if (chunk.type == "acTL" || chunk.type == "fcTL" || chunk.type == "fdAT") {
      refuse_picture(say("This PNG is animated. A report has still pictures only: save one of its frames."));
    }
    if (chunk.type == "IDAT") return pixels(chunk);
    if (last_ == "IDAT") pixels_ended_ = true;
    last_ = chunk.type;
    if (chunk.type == "IEND") {
      if (!chunk.data.empty()) refuse_damaged_png(say("its last part is not empty"));
      ended_ = true;
      return keep(chunk);
    }
    if (chunk.type == "PLTE") return palette(chunk);
    if (chunk.type == "tRNS") return transparency(chunk);
    other(chunk);
  }

  void pixels(const Chunk& chunk) {
    if (pixels_ended_) refuse_damaged_png(say("its pixels are not all in one place"));
    if (header_.colour == 3 && colours_ == 0) refuse_damaged_png(say("its palette is missing"));
    last_ = "IDAT";
    pixels_->add(chunk.data);
    keep(chunk);
  }

  void before_pixels(const Chunk& chunk) {
    const bool first = seen_.insert(chunk.type).second;
    if (!first || pixels_ended_) refuse_damaged_png(say("'{0}' is in the wrong place", chunk.type));
  }

  void palette(const Chunk& chunk) {
    before_pixels(chunk);
    colours_ = chunk.data.size() / 3;
    const std::size_t most = header_.colour == 3 ? std::size_t{1} << header_.bits : 256;
    const bool grey = header_.colour == 0 || header_.colour == 4;
    if (chunk.data.size() % 3 != 0 || colours_ == 0 || colours_ > most || grey)
      refuse_damaged_png(say("its palette is wrong"));
    keep(chunk);
  }

  void transparency(const Chunk& chunk) {
    before_pixels(chunk);
    const std::size_t size = chunk.data.size();
    const bool fits = (header_.colour == 0 && size == 2) || (header_.colour == 2 && size == 6) ||
                      (header_.colour == 3 && size > 0 && size <= colours_);
    if (!fits) refuse_damaged_png(say("its transparency is wrong"));
    said_.transparent = true;
    keep(chunk);
  }

  void other(const Chunk& chunk) {
    const auto kept = std::ranges::find(kKept, chunk.type, &Kept::type);
    if (kept != kKept.end()) {
      before_pixels(chunk);
      if (chunk.data.size() != kept->size) refuse_damaged_png(say("'{0}' in it is wrong", chunk.type));
      note_colours(chunk);
      return keep(chunk);
    }
    if (chunk.type == "iCCP" && !pixels_ended_) note_profile(chunk);
    const bool needed = chunk.type.front() < 'a';  // so a capital letter says
    if (needed) refuse_damaged_png(say("it contains '{0}', which no PNG has", chunk.type));
    if (picture_.changes.size() < 10) note_change(picture_, name_of_removed(chunk.type));
  }

  void note_profile(const Chunk& chunk) {
    said_.profile = unpacked_profile(chunk.data);
    said_.profile_of_no_use = said_.profile.empty();
  }

  void note_colours(const Chunk& chunk) {
    if (chunk.type == "sRGB") said_.srgb = true;
    if (chunk.type == "cICP") note_code_points(chunk.data);
    if (chunk.type == "gAMA") said_.gamma = big_endian_32(chunk.data, 0);
    for (std::size_t i = 0; chunk.type == "cHRM" && i < said_.primaries.size(); ++i) {
      said_.primaries[i] = big_endian_32(chunk.data, 4 * i);
    }
  }

  void note_code_points(std::string_view data) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(data[at])); };
    if (byte(1) == kTransferOfPq || byte(1) == kTransferOfHlg) {
      refuse_picture(
          say("This PNG is made for bright screens (HDR), which paper cannot show. Save it as an ordinary picture, in "
              "sRGB, and send it again."));
    }
    if (byte(2) != 0 || byte(3) != 1) {
      refuse_picture(say("This PNG stores its colours as a video does. Save it in sRGB and send it again."));
    }
    said_.code_points = CodePoints{byte(0), byte(1)};
  }

  std::string_view rest_;
  CleanPicture picture_;
  PngHeader header_;
  PngColours said_;
  std::unique_ptr<PngPixels> pixels_;
  std::set<std::string_view> seen_;
  std::string_view last_;
  std::size_t colours_ = 0;  // of the palette
  bool pixels_ended_ = false;
  bool ended_ = false;
};

}  // namespace

CleanPicture read_png(std::string_view content) {
  PngReader reader(content);
  CleanPicture picture = reader.read();
  if (const auto recoloured = png_in_srgb(picture.bytes, reader.colours())) {
    if (!recoloured->bytes.empty()) picture.bytes = PngReader(recoloured->bytes).read().bytes;
    note_change(picture, recoloured->change);
  }
  return picture;
}

}  // namespace documents
