// The work of an export or an edition: every file of it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "documents/file/zip_archive.hpp"
#include "store/report/exports.hpp"
#include "usecases/editions/edition_manifest.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

struct MadeReport {
  documents::NamedFiles files;
  Documents documents;  // of an edition: what its manifest tells of
};

// Shows on the ExportBoard how far it is, and waits where other conversions are under way. The same content gives the
// same bytes. Nothing: it is not wanted any more, or the service stops.
// Errors: forbidden where the one who asked for it holds no post any more; tool_missing, tool_failed.
std::optional<MadeReport> make_export(Service& service, const domain::Export& job);

// The files and SHA256SUMS in one archive.
std::string pack(documents::NamedFiles files);

}  // namespace usecases
