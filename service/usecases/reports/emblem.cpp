#include "usecases/reports/emblem.hpp"

#include "domain/basis/error.hpp"
#include "store/report/emblems.hpp"
#include "usecases/reports/changed_report.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;

void check_expected(const std::optional<domain::Emblem>& emblem, const Expected& expected) {
  if (!emblem && expected.is_given())
    throw Error(ErrorCode::stale, "stale", say("The report has no emblem; send If-None-Match: * to save one."));
  if (!emblem || expected.fits(emblem->version)) return;
  throw Error(
      ErrorCode::stale, "stale",
      say("The report has another emblem. Look at it, then send yours with If-Match: \"{0}\".", emblem->version))
      .with({"current_version", emblem->version});
}

struct Change {
  domain::Report report;
  domain::Author by;
};

Change open_change(const Read& context, const std::string& report, const Expected& expected) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  Change change{open_report(context, report).row, by};
  check_expected(change.report.imprint.emblem, expected);
  return change;
}

}  // namespace

void require_may_change_emblem(const Read& context, const std::string& report, const Expected& expected) {
  open_change(context, report, expected);
}

SavedEmblem save_emblem(const Write& context, const std::string& report, const Expected& expected,
                        const CheckedPicture& checked) {
  const auto& [clean, sha256] = checked;
  auto [row, by] = open_change(context.as_read(), report, expected);
  auto& emblem = row.imprint.emblem;
  SavedEmblem saved{{}, clean.changes, !emblem, emblem && emblem->sha256 == sha256};
  if (!saved.unchanged) {
    emblem = domain::Emblem{row.version + 1,  std::string(documents::media_type_of(clean.kind)),
                            sha256,           static_cast<std::int64_t>(clean.bytes.size()),
                            clean.size.width, clean.size.height};
    store::keep_emblem(context.tx, report, sha256, clean.bytes);
    save_changed(context, row, by);
  }
  saved.emblem = *emblem;
  return saved;
}

void remove_emblem(const Write& context, const std::string& report, const Expected& expected) {
  get_emblem(context.as_read(), report);
  auto [row, by] = open_change(context.as_read(), report, expected);
  row.imprint.emblem.reset();
  save_changed(context, row, by);
}

std::string emblem_name(const domain::Emblem& emblem) {
  const auto kind = documents::kind_of_media_type(emblem.media_type);
  return kind == documents::PictureKind::png    ? "emblem.png"
         : kind == documents::PictureKind::jpeg ? "emblem.jpg"
                                                : "emblem.svg";
}

domain::Emblem get_emblem(const Read& context, const std::string& report) {
  const auto emblem = open_report(context, report).row.imprint.emblem;
  if (!emblem) throw_not_found(say("emblem of this report"), report);
  return *emblem;
}

std::shared_ptr<const std::string> emblem_content(const Read& context, const std::string& report,
                                                  const domain::Emblem& emblem) {
  AnswerCache& answers = context.service.answers();
  const std::string key = "emblem/" + report;
  if (auto kept = answers.find(key, emblem.sha256)) return kept->body;
  auto content = std::make_shared<const std::string>(store::emblem_content(context.tx, report, emblem.sha256));
  answers.keep({key, emblem.sha256, emblem.sha256, content});
  return content;
}

}  // namespace usecases
