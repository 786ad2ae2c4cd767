// The pictures of sections, with all their versions.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/text/picture.hpp"
#include "store/database/database.hpp"

namespace store {

// content: null where the picture is taken away.
void insert_picture(WriteTx& tx, const domain::Picture& picture, const std::string* content);

// The last version of that name as of an event, be it that it was taken away.
std::optional<domain::Picture> last_picture(ReadTx& tx, const std::string& report, const std::string& section,
                                            const std::string& name, std::int64_t event = kNow);
// What the section has now, by name, above one.
std::vector<domain::Picture> list_pictures(ReadTx& tx, const std::string& report, const std::string& section,
                                           const std::string& above, int limit);
std::string picture_content(ReadTx& tx, std::int64_t event);

// How many pictures the section has now, and how many bytes all sections of the report have; but this one.
struct PictureRoom {
  std::int64_t pictures = 0;
  std::int64_t bytes = 0;
};
PictureRoom pictures_beside(ReadTx& tx, const domain::Picture& picture);

// By section: what each had as of an event.
std::map<std::string, std::vector<domain::Picture>> pictures_of_report_at(ReadTx& tx, const std::string& report,
                                                                          std::int64_t event);

void insert_placed_pictures(WriteTx& tx, std::int64_t text_event, const std::vector<domain::PlacedPicture>& placed);

// A newest text that places pictures which its section does not have, or which have no alternative text.
struct PictureFault {
  std::string section;
  std::string language;
  std::int64_t missing = 0;
  std::int64_t undescribed = 0;
};
// section: only of it; empty: of all.
std::vector<PictureFault> list_picture_faults(ReadTx& tx, const std::string& report, const std::string& section = {});

// For `verify`: every picture with its hash as its event recorded it; empty: no event recorded it so.
void visit_pictures(ReadTx& tx, const std::function<void(const domain::Picture& picture, const std::string& content,
                                                         const std::string& recorded_hash)>& visitor);
// Versions that events recorded and that are not there, or are not as the events say.
std::int64_t count_lost_pictures(ReadTx& tx);
// Pictures that are not shown in their newest version.
std::int64_t count_outdated_pictures(ReadTx& tx);

}  // namespace store
