// The pictures of sections, with all their versions.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/actor.hpp"
#include "store/database.hpp"

namespace store {

// One version of a picture.
struct Picture {
  std::string report;
  std::string section;
  std::string name;
  std::int64_t version = 0;  // from 1, by name; taking it away counts as one
  std::string media_type;    // empty: it was taken away
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t width = 0;  // pixels
  std::int64_t height = 0;
  std::optional<std::string> reason;
  domain::Author by;
  domain::Millis saved_at = 0;
  std::int64_t event = 0;

  bool is_removed() const { return media_type.empty(); }
};

// content: null where the picture is taken away.
void insert_picture(WriteTx& tx, const Picture& picture, const std::string* content);

// The last version of that name as of an event, be it that it was taken away.
std::optional<Picture> last_picture(ReadTx& tx, const std::string& report, const std::string& section,
                                    const std::string& name, std::int64_t event = kNow);
// What the section has now, by name, above one.
std::vector<Picture> list_pictures(ReadTx& tx, const std::string& report, const std::string& section,
                                   const std::string& above, int limit);
std::string picture_content(ReadTx& tx, std::int64_t event);

// How many pictures the section has now, and how many bytes all sections of the report have; but this one.
struct PictureRoom {
  std::int64_t pictures = 0;
  std::int64_t bytes = 0;
};
PictureRoom pictures_beside(ReadTx& tx, const Picture& picture);

// By section: what each had as of an event.
std::map<std::string, std::vector<Picture>> pictures_of_report_at(ReadTx& tx, const std::string& report,
                                                                  std::int64_t event);

// A picture that a text places.
struct PlacedPicture {
  std::string name;
  bool described = false;
};
void insert_placed_pictures(WriteTx& tx, std::int64_t text_event, const std::vector<PlacedPicture>& placed);

// A newest text that places pictures which its section does not have, or which have no alternative text.
struct PictureFault {
  std::string section;
  std::string language;
  std::int64_t missing = 0;
  std::int64_t undescribed = 0;
};
std::vector<PictureFault> list_picture_faults(ReadTx& tx, const std::string& report);

// For `verify`: every picture with its hash as its event recorded it; empty: no event recorded it so.
void visit_pictures(ReadTx& tx, const std::function<void(const Picture& picture, const std::string& content,
                                                         const std::string& recorded_hash)>& visitor);
// Versions that events recorded and that are not there, or are not as the events say.
std::int64_t count_lost_pictures(ReadTx& tx);
// Pictures that are not shown in their newest version.
std::int64_t count_outdated_pictures(ReadTx& tx);

}  // namespace store
