// The way of a request: route, authenticate, size and media type, parse, check against the contract, handler.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "http/message/large_bodies.hpp"
#include "http/message/message.hpp"
#include "http/pipeline/metrics.hpp"
#include "http/pipeline/router.hpp"
#include "http/request/cors.hpp"
#include "http/request/places.hpp"
#include "http/request/wrong_tokens.hpp"
#include "usecases/frame/service.hpp"

namespace http {

class Api {
 public:
  // most_waiting: requests that wait for news at a time. cors_origins: of web pages whose scripts may read answers.
  Api(usecases::Service& service, std::size_t most_waiting, std::vector<std::string> cors_origins);

  // Addresses that have to be answered whatever else goes on: health, metrics, the contract, and who one is.
  std::vector<std::string> express_paths() const;

  // Looks at the header alone, before the body is read: a response refuses the request.
  std::optional<Response> check_header(Request& request);
  // Answers a request whose header was checked. Throws nothing that has an answer.
  Response answer(Request& request);

  // The operation of a request, for log and metrics; "none" where there is no such route.
  static const std::string& route_of(const Request& request);
  // Who asked; empty: nobody known.
  static const std::string& principal_of(const Request& request);

  Metrics& metrics() { return metrics_; }

 private:
  std::optional<Response> refuse_header(Request& request, Checked& checked);
  std::shared_ptr<const usecases::Identity> identify(const Request& request, const std::string& secret);
  std::shared_ptr<const usecases::Identity> identify_by_link(const Request& request, const Checked& checked);
  std::optional<Response> authenticate(const Request& request, Checked& checked);
  std::optional<Response> refuse_secret(const Request& request, const Checked& checked);
  void note_secret(const Request& request, const Response& response);
  std::optional<Response> take_body_place(const Request& request, Checked& checked);
  std::optional<Response> refuse_body(Request& request, Checked& checked);
  Response answer_plainly(Request& request);
  Response options(const Request& request, const RouteMatch& match) const;
  void finish(const Request& request, Response& response) const;
  Response run(const Request& request, const Checked& checked);
  Response run_meta(const Request& request, const Operation& operation);
  Response start_page();
  Response version_page();
  Response readiness();
  std::string render_metrics();

  usecases::Service& service_;
  const Contract& contract_;
  Router router_;
  LargeBodies large_bodies_;
  Places slow_bodies_;
  Places waiting_places_;
  WrongTokens wrong_tokens_;
  Cors cors_;
  Metrics metrics_;
};

}  // namespace http
