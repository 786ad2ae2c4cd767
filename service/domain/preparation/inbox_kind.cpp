#include "domain/preparation/inbox_kind.hpp"

namespace domain {

std::string_view to_string(InboxClass kind) { return kind == InboxClass::duty ? "duty" : "news"; }

}  // namespace domain
