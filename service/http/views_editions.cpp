#include "http/views.hpp"

namespace http {

Json edition_json(const store::Edition& edition) {
  const Json manifest = Json::parse(edition.manifest);
  Json withdrawn;
  if (edition.withdrawal) {
    withdrawn = {{"at", time_json(edition.withdrawal->at)},
                 {"by", edition.withdrawal->by},
                 {"reason", edition.withdrawal->reason}};
  }
  return {{"report", edition.report},
          {"edition", edition.number},
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
          {"files", manifest.at("files")}};
}

}  // namespace http
