#include "usecases/texts/pictures.hpp"

#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::Action;
using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

// A picture is part of the text: who may write the one may change the other.
Action action_of(const ChangePicture& command) { return command.minor ? Action::save_minor : Action::save_text; }

void check_precondition(const ChangePicture& command, const std::optional<domain::Picture>& last) {
  const bool there = last && !last->is_removed();
  if (!there) {
    if (!command.expected.is_given()) return;
    throw Error(ErrorCode::stale, "stale",
                say("The section has no picture '{0}'; send If-None-Match: * to save it.", command.key.name));
  }
  if (command.expected.fits(last->version)) return;
  throw Error(
      ErrorCode::stale, "stale",
      say("Version {0} of '{1}' was saved by {2} at {3}. Look at it, then send yours with If-Match: \"{4}\".",
          last->version, command.key.name, last->by.known_as(), domain::format_time(last->saved_at), last->version))
      .with({"current_version", last->version})
      .with({"saved_by", last->by})
      .with({"saved_at", domain::format_time(last->saved_at)});
}

// What is there before the change.
struct Before {
  OpenReport report;
  domain::Section section;
  std::optional<domain::Picture> last;
};

Before open(const Read& context, const ChangePicture& command) {
  const auto& [report_id, section_id, name] = command.key;
  Before before{open_report(context, report_id), open_section(context, report_id, section_id), {}};
  require_text_node(before.report, section_id);
  const auto texts = store::texts_of_section(context.tx, report_id, section_id);
  const auto situation = situation_of(context, before.report, before.section, texts);
  require_allowed(before.report, before.section, situation, action_of(command));
  if (command.minor && !command.reason)
    throw_invalid("reason", Fault::missing, say("Give the reason why the approved section is changed."));
  before.last = store::last_picture(context.tx, report_id, section_id, name);
  check_precondition(command, before.last);
  return before;
}

void require_room(const Read& context, const domain::Picture& picture) {
  const auto beside = store::pictures_beside(context.tx, picture);
  if (beside.pictures >= kMostPictures) {
    throw NoRoomForPicture("too_many_pictures",
                           say("The section has {0} pictures and may not have more.", beside.pictures));
  }
  if (beside.bytes + picture.bytes <= kMostPictureBytes) return;
  throw NoRoomForPicture("no_room_for_pictures",
                         say("The other pictures of the report have {0} bytes, this one has {1}, and together at most "
                             "{2} are kept. Make pictures smaller, or delete those that are not needed.",
                             beside.bytes, picture.bytes, kMostPictureBytes));
}

domain::Picture next_version(const Write& context, const Before& before, const ChangePicture& command) {
  domain::Picture picture;
  picture.report = command.key.report;
  picture.section = command.key.section;
  picture.name = command.key.name;
  picture.version = before.last ? before.last->version + 1 : 1;
  if (command.minor && command.reason) picture.reason = check_remark(*command.reason, "reason");
  picture.saved_at = context.tx.now;
  picture.by = context.actor.as(domain::post_for(context.actor, before.report.assignment(before.section),
                                                 action_of(command), before.report.row.source_language));
  return picture;
}

void append_event(const Write& context, const char* type, domain::Picture& picture, nlohmann::json data) {
  data["name"] = picture.name;
  data["version"] = picture.version;
  if (picture.reason) data["reason"] = *picture.reason;
  picture.event = store::append_event(context.tx, type, {picture.report, picture.section}, picture.by, data);
}

}  // namespace

void require_may_change(const Read& context, const ChangePicture& command) { open(context, command); }

SavedPicture save_picture(const Write& context, const ChangePicture& command, const CheckedPicture& checked) {
  const auto& [clean, sha256] = checked;
  const Before before = open(context.as_read(), command);
  SavedPicture saved;
  saved.changes = clean.changes;
  saved.first = !before.last || before.last->is_removed();
  saved.unchanged = !saved.first && before.last->sha256 == sha256;
  if (saved.unchanged) {
    saved.picture = *before.last;
    return saved;
  }
  domain::Picture picture = next_version(context, before, command);
  picture.media_type = documents::media_type_of(clean.kind);
  picture.sha256 = sha256;
  picture.bytes = static_cast<std::int64_t>(clean.bytes.size());
  picture.width = clean.size.width;
  picture.height = clean.size.height;
  require_room(context.as_read(), picture);
  append_event(context, "picture.saved", picture,
               {{"media_type", picture.media_type},
                {"sha256", picture.sha256},
                {"bytes", picture.bytes},
                {"width", picture.width},
                {"height", picture.height}});
  store::insert_picture(context.tx, picture, &clean.bytes);
  saved.picture = get_picture(context.as_read(), command.key);
  return saved;
}

void remove_picture(const Write& context, const ChangePicture& command) {
  get_picture(context.as_read(), command.key);  // whether there is one is said to readers only
  const Before before = open(context.as_read(), command);
  domain::Picture picture = next_version(context, before, command);
  append_event(context, "picture.removed", picture, nlohmann::json::object());
  store::insert_picture(context.tx, picture, nullptr);
}

domain::Picture get_picture(const Read& context, const PictureKey& key) {
  const OpenReport report = open_report(context, key.report);
  require_reader(context, report, open_section(context, key.report, key.section));
  auto picture = store::last_picture(context.tx, key.report, key.section, key.name);
  if (!picture || picture->is_removed()) throw_not_found(domain::say("picture in this section"), key.name);
  return std::move(*picture);
}

std::vector<domain::Picture> list_pictures(const Read& context, const std::string& report_id,
                                           const std::string& section, const std::string& above, int limit) {
  const OpenReport report = open_report(context, report_id);
  require_reader(context, report, open_section(context, report_id, section));
  return store::list_pictures(context.tx, report_id, section, above, limit);
}

std::shared_ptr<const std::string> picture_content(const Read& context, const domain::Picture& picture) {
  AnswerCache& answers = context.service.answers();
  const std::string key = "picture/" + picture.report + "/" + picture.section + "/" + picture.name;
  const std::string version = std::to_string(picture.event);
  if (auto kept = answers.find(key, version)) return kept->body;
  auto content = std::make_shared<const std::string>(store::picture_content(context.tx, picture.event));
  answers.keep({key, version, std::to_string(picture.version), content});
  return content;
}

}  // namespace usecases
