#include "usecases/documents/get_document.hpp"

#include <utility>

#include "domain/basis/language.hpp"
#include "usecases/documents/annexes.hpp"
#include "usecases/editions/edition_manifest.hpp"

namespace usecases {
namespace {

using domain::say;

std::string language_of(const DocumentRequest& request, const KnownReport& report) {
  if (request.language) return *request.language;
  return domain::negotiate_language(request.accept_language, report.row.languages, report.row.source_language);
}

// Of past times only the one asked for last is kept.
AnswerKind document_kind(const DocumentRequest& request, const std::string& language) {
  AnswerKind kind{"document", language, "." + std::string(name_of(request.format)), "", false};
  kind.name += request.select == Select::approved ? ".approved" : ".latest";
  if (request.annexes) kind.name += "." + name_of(annexes_named(*request.annexes));
  if (!request.part.is_whole()) kind.name += "." + request.part.name();
  if (!request.as_of) return kind;
  kind.kind += "-as-of";
  kind.moment = std::to_string(*request.as_of);
  return kind;
}

// A document that is being got.
class Getting {
 public:
  Getting(Service& service, const domain::Actor& actor, const DocumentRequest& request)
      : service_(service), actor_(actor), request_(request) {}

  CachedAnswer file() {
    const auto name = [&](const KnownReport& report) {
      language_ = language_of(request_, report);
      return document_kind(request_, language_);
    };
    if (needs_program(request_.format)) {
      return cached_or_made_slowly(
          service_, actor_, request_.report, name,
          [&](const KnownReport& report, const domain::Actor& caller, const AnswerSlot& slot) {
            return make(slot.key + "@" + slot.version, [&] {
              return service_.read(actor_, [&](const Read& context) { return compiled(context, report, caller); });
            });
          });
    }
    return cached_or_made(service_, actor_, request_.report, name, [&](const Read& context, const KnownReport& report) {
      return make("", [&] { return compiled(context, report, context.actor); });
    });
  }

  // Of the file that was got.
  const std::string& language() const { return language_; }

 private:
  MadeAnswer make(const std::string& content, const Converters::Compile& compile) {
    auto made = make_file(service_.converters(), request_.format, content, compile);
    return {std::move(made.bytes), made.sequence};
  }

  documents::Document compiled(const Read& context, const KnownReport& report, const domain::Actor& reader) const {
    return compile(context, report,
                   {language_,
                    request_.select,
                    report.readable_by(reader),
                    holds_pictures(request_.format),
                    request_.as_of,
                    {},
                    request_.part,
                    publication()});
  }

  Publication publication() const {
    Publication draft;
    if (request_.annexes) draft.annexes = annexes_named(*request_.annexes);
    return draft;
  }

  Service& service_;
  const domain::Actor& actor_;
  const DocumentRequest& request_;
  std::string language_;
};

}  // namespace

DocumentFile get_document(Service& service, const domain::Actor& actor, const DocumentRequest& request) {
  if (request.annexes && !request.part.is_whole()) {
    throw_invalid("annexes", domain::Fault::does_not_fit,
                  say("A part of the report has no annexes that are made here; ask for them with the whole report."));
  }
  Getting getting(service, actor, request);
  DocumentFile got;
  got.file = getting.file();
  got.language = getting.language();
  const std::string part = request.part.section + request.part.agency;
  got.name = request.report + "." + (part.empty() ? "" : part + ".") + got.language + "." +
             std::string(name_of(request.format));
  got.media_type = media_type_of(got.name);
  return got;
}

}  // namespace usecases
