#include <array>
#include <memory>
#include <utility>

#include "http/request/idempotency.hpp"
#include "http/resources/handlers_coordination.hpp"
#include "http/resources/views.hpp"
#include "usecases/calendar/calendar_file.hpp"
#include "usecases/frame/report_answers.hpp"
#include "usecases/frame/time_zone.hpp"

namespace http {
namespace {

constexpr std::array kCalendarFilters{"kind", "agency", "from", "until"};

usecases::Calendar calendar_of(const Call& call, const Read& context) {
  return usecases::get_calendar(context, call.param("report"),
                                {call.query("kind").value_or(""), call.query("agency").value_or(""),
                                 call.query("from").value_or(""), call.query("until").value_or("")});
}

// "ics.kind=section". The day counts too: what was due yesterday is overdue today.
usecases::AnswerKind kind_of(const Call& call, std::string name, const usecases::KnownReport& report) {
  for (const char* filter : kCalendarFilters) {
    if (const auto value = call.query(filter)) name += std::string(".") + filter + "=" + *value;
  }
  return {"calendar", std::move(name), "", usecases::day_in(report.row.time_zone, call.service.now()), true};
}

// name: of a report, what tells this form of its calendar from others. make: the body, of a calendar.
template <class Name, class Make>
usecases::CachedAnswer calendar_answer(const Call& call, Name name, Make make) {
  return usecases::cached_or_made(
      call.service, call.actor(), call.param("report"),
      [&](const usecases::KnownReport& report) { return kind_of(call, name(report), report); },
      [&](const Read& context, const usecases::KnownReport& report) {
        const auto calendar = calendar_of(call, context);
        return usecases::MadeAnswer{std::make_shared<const std::string>(make(calendar)), report.sequence,
                                    calendar.report.today};
      });
}

}  // namespace

Response get_calendar(const Call& call) {
  const auto answer = calendar_answer(
      call, [](const auto&) { return "json"; }, [](const auto& calendar) { return calendar_json(calendar).dump(); });
  return cached_response(call, answer, "application/json");
}

Response get_calendar_ics(const Call& call) {
  std::string language;
  const auto answer = calendar_answer(
      call,
      [&](const usecases::KnownReport& report) {
        language = call.query("language").value_or(report.row.source_language);
        return "ics." + language;
      },
      [&](const usecases::Calendar& calendar) {
        usecases::require_language(calendar.report, language);
        return usecases::calendar_file(calendar, language);
      });
  Response response = cached_response(call, answer, "text/calendar; charset=utf-8");
  response.set_header("Content-Language", language);
  response.set_header("Content-Disposition", "attachment; filename=\"" + call.param("report") + ".ics\"");
  return response;
}

Response get_linked_calendar(const Call& call) { return get_calendar_ics(call); }

Response list_extensions(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const domain::ExtensionFilter filter{call.query("state").value_or(""), call.query("agency").value_or(""),
                                       call.query("section").value_or("")};
  return page_of(
      call, paging,
      usecases::list_extensions(context, call.param("report"), filter, paging.position_number(), paging.asked()),
      extension_json, [](const usecases::ExtensionView& view) { return std::to_string(view.row.number); });
}

Response ask_extension(const Call& call, const Write& context) {
  const usecases::NewExtension wanted{call.body.at("section"), optional_text(call.body, "agency").value_or(""),
                                      call.body.at("until"), call.body.at("reason")};
  const auto view = usecases::ask_extension(context, call.param("report"), wanted);
  return created_thing(call, extension_json(view), view.row.version(),
                       call.request.path + "/" + std::to_string(view.row.number));
}

Response get_extension(const Call& call, const Read& context) {
  const auto view = usecases::get_extension(context, call.param("report"), call.number_param("extension"));
  return thing(call, extension_json(view), view.row.version());
}

Response decide_extension(const Call& call, const Write& context) {
  const usecases::ExtensionDecision decision{call.body.at("state") == "granted", optional_text(call.body, "until"),
                                             optional_text(call.body, "reason")};
  const auto view = usecases::decide_extension(context, call.param("report"), call.number_param("extension"), decision,
                                               call.expected());
  return thing(call, extension_json(view), view.row.version());
}

Response withdraw_extension(const Call& call, const Write& context) {
  const auto view = usecases::withdraw_extension(context, call.param("report"), call.number_param("extension"));
  return thing(call, extension_json(view), view.row.version());
}

}  // namespace http
