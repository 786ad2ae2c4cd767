#include "usecases/texts/carried_pictures.hpp"

#include <cstdint>

#include "domain/basis/error.hpp"
#include "usecases/texts/pictures.hpp"

namespace usecases {
namespace {

bool is_there(const std::optional<domain::Picture>& picture) { return picture && !picture->is_removed(); }

// What was kept was cleaned when it was sent.
CheckedPicture kept_picture(const Write& context, const domain::Picture& picture) {
  return {{documents::kind_of_name(picture.name),
           store::picture_content(context.tx, picture.event),
           {static_cast<std::uint32_t>(picture.width), static_cast<std::uint32_t>(picture.height)},
           {}},
          picture.sha256};
}

PictureOutcome carry(const Read& context, const Write* writer, const PictureWay& way, const std::string& name) {
  const auto there = store::last_picture(context.tx, way.from, way.section, name, way.as_of);
  if (!is_there(there)) return PictureOutcome::nothing_there;
  if (is_there(store::last_picture(context.tx, way.to, way.section, name))) return PictureOutcome::kept;
  if (writer == nullptr) return PictureOutcome::carried_over;
  try {
    ChangePicture command;
    command.key = {way.to, way.section, name};
    save_picture(*writer, command, kept_picture(*writer, *there));
    return PictureOutcome::carried_over;
  } catch (const NoRoomForPicture&) {
    return PictureOutcome::no_room;
  }
}

}  // namespace

std::string_view to_string(PictureOutcome outcome) {
  switch (outcome) {
    case PictureOutcome::carried_over:
      return "carried_over";
    case PictureOutcome::kept:
      return "kept";
    case PictureOutcome::no_room:
      return "no_room";
    case PictureOutcome::nothing_there:
      break;
  }
  return "nothing_there";
}

std::vector<CarriedPicture> carry_pictures(const Read& context, const Write* writer, const PictureWay& way,
                                           const std::set<std::string>& names) {
  std::vector<CarriedPicture> pictures;
  for (const auto& name : names) pictures.push_back({name, carry(context, writer, way, name)});
  return pictures;
}

}  // namespace usecases
