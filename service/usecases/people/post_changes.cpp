#include "usecases/people/post_changes.hpp"

#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

using domain::say;

nlohmann::json describe(const domain::HeldPost& row) {
  nlohmann::json data{{"user", row.user}, {"post", row.id}, {"role", domain::to_string(row.post.role)}};
  if (!row.post.agency.empty()) data["agency"] = row.post.agency;
  if (!row.post.step.empty()) data["step"] = row.post.step;
  if (!row.post.languages.empty()) data["languages"] = row.post.languages;
  if (row.from) data["from"] = *row.from;
  if (row.until) data["until"] = *row.until;
  return data;
}

}  // namespace

std::string today_of(const Read& context) { return day_in(context.service.time_zone(), context.service.now()); }

domain::HeldPost give_post(const Write& context, domain::HeldPost post, const domain::Author& by) {
  post.id = store::insert_post(context.tx, post);
  store::append_event(context.tx, "post.created", {}, by, describe(post));
  return post;
}

void save_post_days(const Write& context, const domain::HeldPost& post, const domain::Author& by) {
  store::update_post(context.tx, post);
  store::append_event(context.tx, "post.updated", {}, by, describe(post));
}

void keep_an_admin(const Write& context) {
  const std::string day = today_of(context.as_read());
  if (domain::without_gap_from(day, store::admin_terms(context.tx, day))) return;
  throw domain::Error(
      domain::ErrorCode::conflict, "last_admin",
      say("This would leave the service without an administrator. Give the role to somebody else first."));
}

}  // namespace usecases
