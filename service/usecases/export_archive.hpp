// The work of an export: every file of it, in one archive.
#pragma once

#include <optional>
#include <string>

#include "store/exports.hpp"
#include "usecases/service.hpp"

namespace usecases {

// Shows on the ExportBoard how far it is, and waits where other conversions are under way. The same content gives the
// same bytes. Nothing: it is not wanted any more, or the service stops.
// Errors: forbidden where the one who asked for it holds no post any more; tool_missing, tool_failed.
std::optional<std::string> make_export(Service& service, const store::Export& job);

}  // namespace usecases
