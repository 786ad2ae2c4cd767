#include "http/resources/views.hpp"

namespace http {

namespace {

// Each name is an address of get_edition_file or get_edition_picture, of letters that stand in one as they are.
Json files_json(const domain::Edition& edition, const Json& files) {
  const std::string folder = "/v1/reports/" + edition.report + "/editions/" + std::to_string(edition.number) + "/";
  Json list = Json::array();
  for (const auto& file : files) {
    const std::string name = file.at("name");
    Json told{{"name", name}, {"href", folder + name}};
    told.update(file);
    list.push_back(std::move(told));
  }
  return list;
}

}  // namespace

Json edition_json(const domain::Edition& edition) {
  const Json manifest = Json::parse(edition.manifest);
  Json withdrawn;
  if (edition.withdrawal) {
    withdrawn = {{"at", time_json(edition.withdrawal->at)},
                 {"by", author_json(edition.withdrawal->by)},
                 {"reason", edition.withdrawal->reason}};
  }
  return {{"report", edition.report},
          {"id", edition.number},
          {"name", edition.name},
          {"kind", edition.kind},
          {"select", edition.selection},
          {"languages", edition.languages},
          {"override_reason", or_null(edition.override_reason)},
          {"missing", manifest.at("missing").size()},
          {"content_event", edition.content_event},
          {"event", edition.event},
          {"frozen_by", author_json(edition.by)},
          {"frozen_at", time_json(edition.frozen_at)},
          {"withdrawn", withdrawn},
          {"files", files_json(edition, manifest.at("files"))}};
}

}  // namespace http
