#include "usecases/frame/picture_check.hpp"

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"

namespace usecases {

using domain::Error;
using domain::ErrorCode;
using domain::say;

namespace {

[[noreturn]] void refuse(const CheckedPicture& picture, const domain::Message& why) {
  throw Error(
      ErrorCode::invalid, "invalid_picture",
      say("Judging by its content this picture is {0}, but {1}", documents::media_type_of(picture.clean.kind), why));
}

}  // namespace

CheckedPicture check_picture(const std::string& sent_as, const std::string& content, std::size_t largest) {
  CheckedPicture picture{documents::clean_picture(content), {}};
  if (!sent_as.empty() && sent_as != documents::media_type_of(picture.clean.kind))
    refuse(picture, say("it was sent as {0}.", sent_as));
  if (picture.clean.bytes.size() > largest)
    refuse(picture, say("once cleaned it has more than {0} MiB.", largest >> 20U));
  picture.sha256 = store::sha256_hex(picture.clean.bytes);
  return picture;
}

void require_fitting_name(const CheckedPicture& picture, std::string_view name) {
  if (documents::kind_of_name(name) == picture.clean.kind) return;
  refuse(picture, say("its name '{0}' says otherwise. Give it a matching name.", name));
}

void require_drawable(Converters& converters, const documents::CleanPicture& picture) {
  if (picture.kind != documents::PictureKind::svg) return;
  try {
    converters.draw(picture.bytes);
  } catch (const documents::ConversionFailed& failure) {
    if (failure.why() == documents::ConversionFailed::Why::out_of_time) {
      throw Error(
          ErrorCode::unavailable, "converters_busy",
          say("The server is too busy to check whether the picture can be drawn. Send it again in a few seconds."));
    }
    throw Error(ErrorCode::invalid, "invalid_picture",
                say("The SVG cannot be drawn for Word and PDF files within what one picture may use (5 seconds of "
                    "processor time and 768 MB). Make it simpler, with fewer points, layers and transparent groups; or "
                    "save it as a PNG."));
  }
}

}  // namespace usecases
