#include "usecases/people/agencies.hpp"

#include <algorithm>

#include "domain/basis/message.hpp"
#include "store/log/events.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"

namespace usecases {

using domain::Fault;
using domain::say;

domain::Agency create_agency(const Write& context, const NewAgency& agency) {
  const auto author = context.actor.as(&require_role(context.actor, {domain::Role::admin}));
  domain::Agency row{agency.id, {}, {}};
  Faults faults;
  faults.gather([&] { row.title = check_names(agency.title, "/title"); });
  faults.gather([&] { row.short_title = check_names(agency.short_title, "/short_title"); });
  faults.refuse();
  const auto event = store::append_event(context.tx, "agency.created", {}, author,
                                         {{"agency", row.id}, {"title", row.title}, {"short_title", row.short_title}});
  store::insert_agency(context.tx, row, event);
  return *store::find_agency(context.tx, row.id);
}

domain::Agency update_agency(const Write& context, const std::string& id, const AgencyChange& change,
                             const Expected& expected) {
  const auto author = context.actor.as(&require_role(context.actor, {domain::Role::admin}));
  auto row = get_agency(context.as_read(), id);
  require_version(expected, row.version);
  nlohmann::json data{{"agency", id}};
  Faults faults;
  if (change.title) faults.gather([&] { merge_localized(row.title, *change.title, "/title"); });
  if (change.short_title) {
    faults.gather([&] { merge_localized(row.short_title, *change.short_title, "/short_title", true); });
  }
  faults.refuse();
  if (change.title) data["title"] = row.title;
  if (change.short_title) data["short_title"] = row.short_title;
  if (change.active) data["active"] = row.active = *change.active;
  const auto event = store::append_event(context.tx, "agency.updated", {}, author, data);
  store::update_agency(context.tx, row, event);
  return *store::find_agency(context.tx, id);
}

domain::Agency get_agency(const Read& context, const std::string& id) {
  require_participant(context.actor);
  auto row = store::find_agency(context.tx, id);
  if (!row) throw_not_found(domain::say("agency"), id);
  return std::move(*row);
}

std::vector<domain::Agency> list_agencies(const Read& context, const std::string& after, int limit) {
  require_participant(context.actor);
  return store::list_agencies(context.tx, after, limit);
}

void merge_localized(domain::LocalizedText& text, const domain::LocalizedText& patch, const std::string& pointer,
                     bool may_be_empty) {
  const std::size_t before = text.size();
  domain::LocalizedText changed;
  for (const auto& [language, value] : patch) {
    if (value.empty()) {
      text.erase(language);
    } else {
      changed[language] = value;
    }
  }
  for (const auto& [language, value] : check_names(changed, pointer)) text[language] = value;
  require_few_languages(text, before, pointer);
  if (text.empty() && !may_be_empty) throw_invalid(pointer, Fault::too_few, say("At least one language must remain."));
}

void require_few_languages(const domain::LocalizedText& text, std::size_t before, const std::string& pointer) {
  if (text.size() <= std::max(kMostLanguages, before)) return;
  throw_invalid(pointer, Fault::too_many, say("A text has at most {0} languages.", kMostLanguages));
}

}  // namespace usecases
