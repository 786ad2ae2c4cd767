#include "support/api_contract.hpp"

#include <doctest/doctest.h>

#include "http/contract/contract.hpp"
#include "http/pipeline/router.hpp"
#include "support/api_app.hpp"

namespace support {
namespace {

const http::Router& router() {
  static const http::Router one(http::Contract::instance(), http::operation_handlers());
  return one;
}

std::string media_type_of(const Answer& answer) {
  const std::string type = answer.header("Content-Type");
  return type.substr(0, type.find(';'));
}

std::string findings_text(const std::vector<domain::Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) text += "\n  " + finding.pointer + ": " + finding.message;
  return text;
}

}  // namespace

void check_against_contract(const std::string& method, const std::string& path, const Answer& answer) {
  CHECK_MESSAGE(answer.status != 500, method, " ", path, ": ", answer.body);
  CHECK_FALSE(answer.header("X-Request-Id").empty());
  // What is not ready tells its state, which is no refusal.
  if (answer.status >= 400 && path != "/readyz") CHECK(media_type_of(answer) == "application/problem+json");
  const auto match = router().match(method == "HEAD" ? "GET" : method, path.substr(0, path.find('?')));
  if (match.route == nullptr) {
    CHECK_MESSAGE((answer.status == 404 || answer.status == 405), method, " ", path, ": ", answer.status);
    return;
  }
  const bool json = media_type_of(answer).ends_with("json") && !answer.body.empty();
  const auto findings = http::Contract::instance().check_response(*match.route->operation, answer.status,
                                                                  media_type_of(answer), json ? answer.json() : Json());
  CHECK_MESSAGE(findings.empty(), method, " ", path, " ", answer.status,
                " is not as in the contract:", findings_text(findings), "\n", answer.body.substr(0, 2000));
}

}  // namespace support
