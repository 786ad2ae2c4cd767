// The pictures that carried-over texts place, taken along with them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "usecases/frame/access.hpp"

namespace usecases {

enum class PictureOutcome {
  carried_over,   // as the other report had it when its text was approved
  kept,           // the section has a picture of that name already
  no_room,        // the section or the report may not have more
  nothing_there,  // the other section has no such picture
};
std::string_view to_string(PictureOutcome outcome);

struct CarriedPicture {
  std::string name;
  PictureOutcome outcome = PictureOutcome::nothing_there;
};

struct PictureWay {
  std::string from;  // report
  std::string to;    // report
  std::string section;
  std::int64_t as_of = store::kNow;  // the event until which pictures of the other section count
};

// Saves each as a picture of the caller. Without a writer nothing is saved, nor is the room looked at. names: as texts
// place them.
std::vector<CarriedPicture> carry_pictures(const Read& context, const Write* writer, const PictureWay& way,
                                           const std::set<std::string>& names);

}  // namespace usecases
