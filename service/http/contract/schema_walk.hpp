// The places of a value, each with what the schema says of it.
#pragma once

#include <functional>

#include "http/contract/json.hpp"

namespace http {

// Gives the schema that a $ref stands for; any other schema itself.
using ResolveSchema = std::function<const Body&(const Body& schema)>;

// Is told a place of the value, the schema there and what stands there; false: enough was found.
using VisitPlace = std::function<bool(const Body& schema, const Body& value, const Body::json_pointer& place)>;

// Visits every place of the value that the schema speaks of, from the root down.
void walk(const Body& schema, const Body& value, const ResolveSchema& resolve, const VisitPlace& visit);

}  // namespace http
