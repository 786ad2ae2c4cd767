#include "http/resources/views.hpp"

namespace http {

std::string picture_address(const std::string& report, const std::string& section, const std::string& name) {
  return "/v1/reports/" + report + "/sections/" + section + "/pictures/" + name;
}

Json picture_json(const domain::Picture& picture) {
  return {{"report", picture.report},
          {"section", picture.section},
          {"name", picture.name},
          {"href", picture_address(picture.report, picture.section, picture.name)},
          {"version", picture.version},
          {"media_type", picture.media_type},
          {"bytes", picture.bytes},
          {"sha256", picture.sha256},
          {"width", picture.width},
          {"height", picture.height},
          {"reason", or_null(picture.reason)},
          {"event", picture.event},
          {"saved_by", author_json(picture.by)},
          {"saved_at", time_json(picture.saved_at)}};
}

Json saved_picture_json(const usecases::SavedPicture& saved) {
  Json json = picture_json(saved.picture);
  json["changes"] = list_json(saved.changes);
  json["unchanged"] = saved.unchanged;
  return json;
}

}  // namespace http
