#include "http/resources/views.hpp"

namespace http {
namespace {

Json person_json(const std::string& id, const std::string& name) { return {{"id", id}, {"name", name}}; }

}  // namespace

Json absence_json(const usecases::AbsenceView& absence) {
  const domain::Absence& row = absence.row;
  return {{"id", row.id},
          {"user", person_json(row.user, row.user_name)},
          {"deputy", person_json(row.deputy, row.deputy_name)},
          {"starts_on", row.from},
          {"ends_on", row.until},
          {"posts", row.posts.empty() ? Json::array() : Json(row.posts)},
          {"state", domain::to_string(absence.state)},
          {"ended_at", time_json(row.ended_at)},
          {"version", row.version}};
}

}  // namespace http
