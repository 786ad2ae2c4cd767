#include "usecases/mail/mail_settings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "store/preparation/mail_settings.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/told.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

domain::MailSettings settings_of(store::ReadTx& tx, const std::string& user) {
  if (auto chosen = store::find_mail_settings(tx, user)) return std::move(*chosen);
  domain::MailSettings settings;
  settings.user = user;
  return settings;
}

void save(store::WriteTx& tx, domain::MailSettings settings, const domain::Author& by, bool by_link) {
  ++settings.version;
  nlohmann::json data{{"user", settings.user},
                      {"rhythm", std::string(domain::to_string(settings.rhythm))},
                      {"version", settings.version}};
  if (!settings.language.empty()) data["language"] = settings.language;
  if (by_link) data["by_link"] = true;
  store::append_event(tx, "mail.settings_saved", {}, by, data);
  store::save_mail_settings(tx, settings);
}

std::string checked_language(const std::string& language) {
  const auto& known = message_languages();
  if (std::ranges::find(known, language) != known.end()) return language;
  throw_invalid("/language", Fault::does_not_exist,
                say("There are no mails in '{0}'. There are: {1}.", language, known));
}

}  // namespace

MailSettingsView get_mail_settings(const Read& context) {
  MailSettingsView view{settings_of(context.tx, context.actor.user), {}, context.service.mail().on()};
  if (const auto user = store::find_user(context.tx, context.actor.user)) view.address = user->email;
  return view;
}

MailSettingsView update_mail_settings(const Write& context, const MailSettingsChange& change,
                                      const Expected& expected) {
  domain::MailSettings settings = settings_of(context.tx, context.actor.user);
  require_version(expected, settings.version);
  if (change.rhythm) {
    const auto rhythm = domain::parse_mail_rhythm(*change.rhythm);
    if (!rhythm) throw_invalid("/rhythm", Fault::does_not_exist, say("There is no rhythm '{0}'.", *change.rhythm));
    settings.rhythm = *rhythm;
  }
  if (change.language) settings.language = *change.language ? checked_language(**change.language) : "";
  save(context.tx, settings, context.actor.as(nullptr), false);
  return get_mail_settings(context.as_read());
}

void switch_mail_off(store::WriteTx& tx, const std::string& user) {
  domain::MailSettings settings = settings_of(tx, user);
  if (settings.rhythm == domain::MailRhythm::off) return;
  settings.rhythm = domain::MailRhythm::off;
  save(tx, settings, {user, "", "", ""}, true);
}

}  // namespace usecases
