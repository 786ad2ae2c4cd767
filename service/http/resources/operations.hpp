// Which function answers which operation of the contract. The contract knows the paths, this table the functions;
// a test holds the two against each other.
#pragma once

#include <string_view>
#include <variant>

#include "http/request/call.hpp"

namespace http {

// Reads in one snapshot; writes in one transaction together with its Idempotency-Key; or minds the database itself.
using ReadHandler = Response (*)(const Call&, const usecases::Read&);
using WriteHandler = Response (*)(const Call&, const usecases::Write&);
using FreeHandler = Response (*)(const Call&);

struct OperationHandler {
  std::string_view operation_id;
  std::variant<ReadHandler, WriteHandler, FreeHandler> handler;
};

// All operations but those that tell of the service itself.
const std::vector<OperationHandler>& operation_handlers();

}  // namespace http
