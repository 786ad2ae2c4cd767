#include "http/handlers.hpp"
#include "usecases/glossaries.hpp"
#include "usecases/glossary_json.hpp"

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

Response save_glossary(const Call& call, const Write& context) {
  const auto entries = usecases::glossary_from(call.body.at("entries"));
  return glossary_response(call, usecases::save_glossary(context, call.param("report"), entries, call.expected()));
}

}  // namespace http
