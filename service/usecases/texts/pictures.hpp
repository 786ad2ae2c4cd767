// The pictures of a section: saved, read, listed, taken away.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/basis/error.hpp"
#include "store/report/pictures.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/picture_check.hpp"

namespace usecases {

constexpr std::int64_t kMostPictures = 50;                           // a section
constexpr std::int64_t kMostPictureBytes = std::int64_t{64} << 20U;  // all pictures that a report has at one time

struct PictureKey {
  std::string report;
  std::string section;
  std::string name;  // "map.png"
};

struct ChangePicture {
  PictureKey key;
  bool minor = false;                 // coordinator, after approval
  std::optional<std::string> reason;  // minor: why
  Expected expected;                  // the version that is replaced; not given: there must be none
};

// Whether the caller may change this picture now: those may who may write the section's text. Looked at before the
// picture itself, which takes time. Errors: not_found, forbidden, conflict (wrong state), stale, invalid (reason).
void require_may_change(const Read& context, const ChangePicture& command);

struct SavedPicture {
  domain::Picture picture;
  std::vector<std::string> changes;  // what cleaning changed
  bool first = false;                // there was none of that name
  bool unchanged = false;            // it has these very bytes; nothing was saved
};
// The section has as many pictures as it may, or the report as many bytes of them.
class NoRoomForPicture : public domain::Error {
 public:
  NoRoomForPicture(std::string kind, domain::Message message)
      : Error(domain::ErrorCode::conflict, std::move(kind), std::move(message)) {}
};
// Errors: as require_may_change; NoRoomForPicture, before anything is written.
SavedPicture save_picture(const Write& context, const ChangePicture& command, const CheckedPicture& picture);
// Its versions stay.
void remove_picture(const Write& context, const ChangePicture& command);

// For those who may read the section's texts. Errors: not_found, forbidden.
domain::Picture get_picture(const Read& context, const PictureKey& key);
std::vector<domain::Picture> list_pictures(const Read& context, const std::string& report, const std::string& section,
                                           const std::string& above, int limit);
// Many readers of one picture share its bytes.
std::shared_ptr<const std::string> picture_content(const Read& context, const domain::Picture& picture);

}  // namespace usecases
