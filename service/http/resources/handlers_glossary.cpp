#include "http/resources/handlers.hpp"
#include "usecases/frame/glossary_json.hpp"
#include "usecases/translation/glossaries.hpp"

namespace http {
namespace {

Response glossary_response(const Call& call, const usecases::GlossaryView& view) {
  const bool saved = view.version > 0;
  return thing(call,
               {{"report", view.report},
                {"version", view.version},
                {"entries", usecases::glossary_json(view.entries)},
                {"saved_by", saved ? author_json(view.by) : Json()},
                {"saved_at", saved ? time_json(view.saved_at) : Json()}},
               view.version);
}

}  // namespace

Response get_glossary(const Call& call, const Read& context) {
  return glossary_response(call, usecases::get_glossary(context, call.param("report")));
}

Response save_glossary(const Call& call) {
  const auto entries = usecases::glossary_from(call.body.at("entries"));
  const auto& report = call.param("report");
  usecases::Groundwork groundwork;
  call.service.read(call.actor(), groundwork,
                    [&](const Read& context) { usecases::check_glossary(context, report, entries, call.expected()); });
  return glossary_response(call, call.service.write(call.actor(), groundwork, [&](const Write& context) {
    return usecases::save_glossary(context, report, entries, call.expected());
  }));
}

}  // namespace http
