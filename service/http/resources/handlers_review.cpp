#include "domain/basis/error.hpp"
#include "http/request/idempotency.hpp"
#include "http/request/problem.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

usecases::Act act_of(const Body& body, const std::string& section) {
  usecases::Act act{section, body.at("action"), optional_text(body, "reason"), {}};
  act.confirm_carried_over = optional_bool(body, "confirm_carried_over").value_or(false);
  if (body.contains("revisions")) act.revisions = body.at("revisions").get<std::map<std::string, std::int64_t>>();
  return act;
}

// The texts that the acts are about are read before the transaction.
Response act_once(const Call& call, const std::vector<usecases::Act>& acts,
                  const std::function<Response(const Write&)>& change) {
  usecases::Groundwork groundwork;
  call.service.read(call.actor(), groundwork,
                    [&](const Read& context) { usecases::read_texts(context, call.param("report"), acts); });
  return write_once(call, groundwork, change);
}

std::string address_of(const domain::Transition& transition) {
  return "/v1/reports/" + transition.report + "/sections/" + transition.section + "/transitions/" +
         std::to_string(transition.event);
}

struct BulkItem {
  const Call& call;
  const std::string& section;

  Json operator()(const usecases::ActResult& result) const {
    return {{"section", section},
            {"status", 201},
            {"transition", transition_json(result.transition)},
            {"problem", nullptr}};
  }
  Json operator()(const domain::Error& error) const {
    const int status = status_of(error.code());
    return {{"section", section},
            {"status", status},
            {"transition", nullptr},
            {"problem", problem_json(error, status, call.request.id, Speech(call.request))}};
  }
};

Response results_of(const Call& call, const Write& context, const std::vector<usecases::Act>& acts) {
  const auto results = usecases::act_on_many(context, call.param("report"), acts);
  Json items = Json::array();
  for (std::size_t i = 0; i < results.size(); ++i) {
    items.push_back(std::visit(BulkItem{call, acts[i].section}, results[i]));
  }
  return json_response({{"items", items}});
}

}  // namespace

Response list_transitions(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_transitions(context, call.param("report"), call.param("section"),
                                            paging.position_number(), paging.asked()),
                 transition_json, [](const domain::Transition& row) { return std::to_string(row.event); });
}

Response get_transition(const Call& call, const Read& context) {
  const auto transition =
      usecases::get_transition(context, call.param("report"), call.param("section"), call.number_param("transition"));
  return thing(call, transition_json(transition), transition.event);
}

Response create_transition(const Call& call) {
  const std::vector acts{act_of(call.body, call.param("section"))};
  return act_once(call, acts, [&](const Write& context) {
    const auto result = usecases::act(context, call.param("report"), acts.front());
    return created(act_result_json(result), address_of(result.transition));
  });
}

Response bulk_transition(const Call& call) {
  std::vector<usecases::Act> acts;
  for (const auto& item : call.body.at("items")) acts.push_back(act_of(item, item.at("section")));
  return act_once(call, acts, [&](const Write& context) { return results_of(call, context, acts); });
}

}  // namespace http
