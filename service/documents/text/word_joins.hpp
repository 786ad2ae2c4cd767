// Paragraphs whose end was deleted, in what pandoc tells about a Word file with tracked changes.
#pragma once

#include <nlohmann/json.hpp>

namespace documents {

// Takes the next paragraph into each whose end was deleted, also where one of them stands in a list or a quote; none
// goes out of a cell or a footnote. Errors: nlohmann::json::exception where this is no tree of pandoc's.
void join_deleted_ends(nlohmann::json& blocks);

}  // namespace documents
