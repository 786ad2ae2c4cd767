// The one exception type of the service, with protocol-neutral codes. http/request/problem.cpp alone knows status
// numbers.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/message.hpp"

namespace domain {

enum class ErrorCode {
  malformed,        // the request cannot be read at all
  invalid,          // the request is understood and wrong
  unauthenticated,  // no valid token
  forbidden,        // seen, but not allowed
  not_found,        // absent, or not to be known
  gone,             // it was there, and is not any more
  conflict,         // the state of the thing does not allow it now
  stale,            // made against an older version
  unavailable,      // try again later
  storage_full,     // no room left to write
  tool_missing,     // a program that the service calls is not installed
  tool_failed,      // such a program did not do its work
};

// What is wrong at one place of what was sent.
enum class Fault {
  missing,
  unknown,     // there is no such member or parameter, or no such word of a fixed list
  wrong_type,  // e.g. a text where a number belongs
  wrong_form,  // of the right type and not written as it should be
  too_long,
  too_short,
  too_many,
  too_few,
  out_of_range,    // a number, day or time that lies too low or too high
  repeated,        // the same twice
  does_not_exist,  // it names something that is not there
  does_not_fit,    // it contradicts something else
  not_allowed,     // it is there, and may not be named here
};
std::string_view to_string(Fault fault);

// Which part of a request.
enum class Where { body, path, query, header };
std::string_view to_string(Where where);

// One wrong place in what was sent.
struct Finding {
  std::string pointer;  // JSON Pointer into the request body, or a parameter's name
  Fault code;
  Message message;
  std::optional<Where> where = std::nullopt;  // nothing: a pointer is in the body, a name in the query
};

// A fact that goes with an error, e.g. {"current_revision", 7}.
struct ErrorDetail {
  std::string name;
  std::variant<std::string, std::int64_t, Author> value;
};

class Error : public std::exception {
 public:
  // kind: a stable machine-readable word such as "wrong_state"; message: one sentence for an official.
  Error(ErrorCode code, std::string kind, Message message)
      : code_(code), kind_(std::move(kind)), message_(std::move(message)), english_(message_.english()) {}

  const char* what() const noexcept override { return english_.c_str(); }
  ErrorCode code() const { return code_; }
  const std::string& kind() const { return kind_; }
  const Message& message() const { return message_; }
  const std::string& english() const { return english_; }
  const std::vector<Finding>& findings() const { return findings_; }
  const std::vector<ErrorDetail>& details() const { return details_; }
  // The caller's possible next steps, where the refusal was about an action on a section.
  const std::vector<std::string>& allowed_actions() const { return allowed_actions_; }
  bool names_actions() const { return names_actions_; }

  Error&& with(std::vector<Finding> findings) && {
    findings_ = std::move(findings);
    return std::move(*this);
  }
  Error&& with(ErrorDetail detail) && {
    details_.push_back(std::move(detail));
    return std::move(*this);
  }
  Error&& with_actions(std::vector<std::string> actions) && {
    allowed_actions_ = std::move(actions);
    names_actions_ = true;
    return std::move(*this);
  }

 private:
  ErrorCode code_;
  std::string kind_;
  Message message_;
  std::string english_;
  std::vector<Finding> findings_;
  std::vector<ErrorDetail> details_;
  std::vector<std::string> allowed_actions_;
  bool names_actions_ = false;
};

}  // namespace domain
