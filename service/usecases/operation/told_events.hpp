// Events in the words of the contract. What is stored is hashed and keeps its words for ever; here is what they are
// called.
#pragma once

#include <string>

#include "domain/basis/event.hpp"

namespace usecases {

struct EventView {
  domain::Event event;    // as stored but for its type and its data
  bool redacted = false;  // something in the data was put to null that the caller may not see
};

// The type as the contract calls it; empty: it is none of those that are told with their data.
std::string told_type(const std::string& stored_type);

EventView tell(domain::Event event);
// For who may not see the thing itself.
EventView tell_redacted(domain::Event event);

}  // namespace usecases
