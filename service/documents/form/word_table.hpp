// A table of pandoc's tree as the rows of one that Markdown can hold.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

#include "documents/form/rich_text.hpp"

namespace documents {

// Adds the table, its caption as a paragraph before it. The first row is the header; the header's letters are bold
// anyway. The lines of a cell stay lines; joined cells become one cell and empty ones; rows without a word are left
// out.
void word_table(std::vector<RichBlock>& out, const nlohmann::json& table,
                const std::function<std::vector<RichBlock>(const nlohmann::json& blocks)>& read_blocks);

}  // namespace documents
