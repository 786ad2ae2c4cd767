#include "documents/picture/jpeg_turn.hpp"

#include <turbojpeg.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <type_traits>

#include "documents/picture/picture_readers.hpp"
#include "documents/picture/pixel_turn.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

// By orientation (Exif 2.3, tag 274): what makes it 1.
constexpr std::array<int, 9> kTurns{TJXOP_NONE,      TJXOP_NONE,  TJXOP_HFLIP,      TJXOP_ROT180, TJXOP_VFLIP,
                                    TJXOP_TRANSPOSE, TJXOP_ROT90, TJXOP_TRANSVERSE, TJXOP_ROT270};

struct Destroy {
  void operator()(void* handle) const { tjDestroy(handle); }
};
struct Free {
  void operator()(unsigned char* bytes) const { tjFree(bytes); }
};

}  // namespace

std::string turn_jpeg(const std::string& jpeg, unsigned orientation) {
  const PixelTurn my_turn;
  const std::unique_ptr<std::remove_pointer_t<tjhandle>, Destroy> handle(tjInitTransform());
  if (!handle) throw std::runtime_error("libjpeg-turbo cannot be started");
  tjtransform turn{};
  turn.op = kTurns.at(orientation);
  turn.options = TJXOPT_TRIM | TJXOPT_COPYNONE;
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const int result = tjTransform(handle.get(), reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size(), 1,
                                 &bytes, &size, &turn, TJFLAG_LIMITSCANS);
  const std::unique_ptr<unsigned char, Free> owner(bytes);
  const bool fatal = result != 0 && tjGetErrorCode(handle.get()) == TJERR_FATAL;
  if (fatal || bytes == nullptr) refuse_picture(say("The JPEG is damaged: its pixels cannot be unpacked."));
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace documents
