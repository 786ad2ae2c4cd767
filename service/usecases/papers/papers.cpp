#include "usecases/papers/papers.hpp"

#include <utility>

#include "domain/basis/language.hpp"
#include "usecases/editions/edition_manifest.hpp"
#include "usecases/frame/report_answers.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

// A paper that is being got.
class PaperGetting {
 public:
  PaperGetting(Service& service, const domain::Actor& actor, const PaperRequest& request, const MayGetPaper& may_get,
               const ComposePaper& compose)
      : service_(service), actor_(actor), request_(request), may_get_(may_get), compose_(compose) {}

  CachedAnswer file() {
    require_right();
    const auto name = [&](const KnownReport& report) { return name_of_answer(report); };
    if (!needs_program(request_.format)) {
      return cached_or_made(service_, actor_, request_.report, name,
                            [&](const Read& context, const KnownReport& report) {
                              return made("", [&] { return composed(context, report); });
                            });
    }
    auto answer = cached_or_made_slowly(service_, actor_, request_.report, name,
                                        [&](const KnownReport& report, const domain::Actor&, const AnswerSlot& slot) {
                                          return made(slot.key + "@" + slot.version, [&] {
                                            return service_.read(
                                                actor_, [&](const Read& context) { return composed(context, report); });
                                          });
                                        });
    require_right();
    return answer;
  }

  // Of the file that was got.
  const std::string& language() const { return language_; }

 private:
  void require_right() {
    service_.read(actor_, [&](const Read& context) {
      open_report(context, request_.report);
      may_get_(context);
    });
  }

  AnswerKind name_of_answer(const KnownReport& report) {
    const auto& row = report.row;
    language_ = request_.language
                    ? *request_.language
                    : domain::negotiate_language(request_.accept_language, row.languages, row.source_language);
    require_language({row, report.format, ""}, language_);
    today_ = day_in(row.time_zone, service_.now());
    return {"paper", request_.name + "." + language_, "." + std::string(name_of(request_.format)), today_, false};
  }

  MadeAnswer made(const std::string& content, const Converters::Compile& compile) {
    auto file = make_file(service_.converters(), request_.format, content, compile);
    return {std::move(file.bytes), file.sequence};
  }

  documents::Document composed(const Read& context, const KnownReport& report) const {
    return compose_(PaperDesk(context, report, language_, today_));
  }

  Service& service_;
  const domain::Actor& actor_;
  const PaperRequest& request_;
  const MayGetPaper& may_get_;
  const ComposePaper& compose_;
  std::string language_;
  std::string today_;
};

}  // namespace

DocumentFile get_paper(Service& service, const domain::Actor& actor, const PaperRequest& request,
                       const MayGetPaper& may_get, const ComposePaper& compose) {
  PaperGetting getting(service, actor, request, may_get, compose);
  DocumentFile got;
  got.file = getting.file();
  got.language = getting.language();
  got.name = request.report + "." + request.name + "." + got.language + "." + std::string(name_of(request.format));
  got.media_type = media_type_of(got.name);
  return got;
}

}  // namespace usecases
