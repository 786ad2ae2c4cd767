#include "domain/text/diff.hpp"
#include "http/request/etag.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

constexpr const char* kMarkdown = "text/markdown";

usecases::TextKey text_key_of(const Call& call) {
  return {call.param("report"), call.param("section"), call.param("language")};
}

// The fields of a save come from the JSON body, or, with a plain text body, from the query.
usecases::SaveText text_to_save(const Call& call) {
  usecases::SaveText command;
  command.key = text_key_of(call);
  if (call.body.is_object()) {
    command.text = usecases::check_markdown(call.body.at("markdown"));
    command.note = optional_text(call.body, "note");
    command.source_revision = optional_integer(call.body, "source_revision");
    command.minor = optional_bool(call.body, "minor").value_or(false);
    command.reason = optional_text(call.body, "reason");
  } else {
    command.text = usecases::check_markdown(call.request.body);
    command.note = call.query("note");
    if (call.query("source_revision")) command.source_revision = call.query_number("source_revision", 0);
    command.minor = call.query_flag("minor");
    command.reason = call.query("reason");
  }
  command.expected = call.expected();
  return command;
}

// A text in one of its two forms, and with the tag of that: different bytes have different tags. Nothing in it depends
// on who asks, so a revision has one tag a form, whoever read or saved it.
Response text_in_form(const Call& call, const usecases::TextView& text, bool bare) {
  const auto revision = text.revision.revision;
  Response response;
  if (bare) {
    response.set_body(text.revision.markdown, std::string(kMarkdown) + "; charset=utf-8");
    response.set_header("ETag", "\"" + std::to_string(revision) + "-md\"");
  } else {
    response = json_response(text_json(text_key_of(call), text, true));
    response.set_header("ETag", make_etag(revision, *response.body));
  }
  return response;
}

// JSON or the bare text, as the client prefers.
Response text_response(const Call& call, const usecases::TextView& text) {
  const auto type = call.accepted.choose({"application/json", kMarkdown});
  Response response = text_in_form(call, text, type == kMarkdown);
  apply_etag(call.request, response, response.header("ETag"));
  response.set_header("Vary", "Accept");
  response.set_header("Content-Language", text.revision.language);
  return response;
}

// The tag that get_text gives of what was saved, in the form in which it was sent.
std::string tag_of_saved(const Call& call, usecases::TextView text, const usecases::SaveText& command) {
  text.revision.markdown = command.text.markdown;
  return text_in_form(call, text, !call.body.is_object()).header("ETag");
}

}  // namespace

Response get_text(const Call& call, const Read& context) {
  return text_response(call, usecases::get_text(context, text_key_of(call)));
}

Response save_text(const Call& call) {
  const auto command = text_to_save(call);
  usecases::Groundwork groundwork;
  usecases::read_ahead(call.service, call.actor(), groundwork, command);
  const auto saved = call.service.write(call.actor(), groundwork,
                                        [&](const Write& context) { return usecases::save_text(context, command); });
  const auto revision = saved.text.revision.revision;
  const bool first = revision == 1 && !saved.unchanged;
  Response response = json_response(saved_text_json(text_key_of(call), saved, Speech(call.request)), first ? 201 : 200);
  response.set_header("ETag", tag_of_saved(call, saved.text, command));
  if (first) response.set_header("Location", call.request.path);
  return response;
}

Response list_revisions(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const auto key = text_key_of(call);
  return page_of(
      call, paging, usecases::list_revisions(context, key, paging.position_number(), paging.asked()),
      [&](const usecases::TextView& text) { return text_json(key, text, false); },
      [](const usecases::TextView& text) { return std::to_string(text.revision.revision); });
}

Response get_revision(const Call& call, const Read& context) {
  // 0 stands for the newest further down; here it is just a number that no revision has.
  const auto number = call.number_param("revision");
  return text_response(call, usecases::get_text(context, text_key_of(call), number > 0 ? number : -1));
}

Response diff_revisions(const Call& call, const Read& context) {
  std::optional<std::int64_t> from;
  if (call.query("from")) from = call.query_number("from", 0);
  const auto key = text_key_of(call);
  const auto pair = usecases::get_pair(context, key, from, call.query_number("to", 0));
  const auto type = call.accepted.choose({"application/json", "text/x-diff", "text/plain"});
  Response response;
  if (type == "application/json") {
    response = json_response(diff_json(key, pair, domain::diff_texts(pair.from.markdown, pair.to.markdown)));
  } else {
    const std::string name = key.section + "." + key.language + ".";
    response.set_body(
        domain::unified_diff(pair.from.markdown, pair.to.markdown, name + std::to_string(pair.from.revision),
                             name + std::to_string(pair.to.revision)),
        std::string(type) + "; charset=utf-8");
  }
  response.set_header("Vary", "Accept");
  return response;
}

Response list_translations(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const usecases::TranslationFilter filter{call.query("language"), call.query("state"), call.query("section")};
  const auto list =
      usecases::list_translations(context, call.param("report"), filter, paging.position_number(), paging.limit);
  Json items = Json::array();
  for (const auto& view : list.views) items.push_back(translation_json(view));
  return page(call, std::move(items), list.next == 0 ? "" : std::to_string(list.next));
}

}  // namespace http
