// What an edition tells about itself, for machines and for those who must trust it.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "documents/report/document.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// The documents by language, all as of one event.
using Documents = std::map<std::string, documents::Document>;

// Where each section stood at the event of the documents: its state, who approved it, and which revision each language
// shows.
nlohmann::ordered_json manifest_sections(const Read& context, const OpenReport& report, const Documents& documents);
// Name, size and SHA-256 of every file.
nlohmann::ordered_json manifest_files(const std::map<std::string, std::string>& files);

// One line a file, as `sha256sum -c` reads them.
std::string checksum_lines(const std::map<std::string, std::string>& files);

std::string media_type_of(const std::string& file_name);

}  // namespace usecases
