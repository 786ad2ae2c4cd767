// Parts of the tree that pandoc is given.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "documents/office/pandoc.hpp"
#include "documents/sample_document.hpp"

namespace office_tree {

using Json = nlohmann::json;
using documents::OfficeFormat;

inline Json office_tree_of(const documents::Document& document, OfficeFormat format = OfficeFormat::docx) {
  return Json::parse(documents::to_pandoc(document, {1, 22}, format).json);
}

// All elements of a type, in the order of the document.
inline void collect(const Json& json, const std::string& type, std::vector<Json>& found) {
  if (json.is_object() && json.value("t", Json()) == Json(type)) found.push_back(json);
  if (json.is_structured()) {
    for (const auto& inner : json) collect(inner, type, found);
  }
}

inline std::vector<Json> all(const Json& json, const std::string& type) {
  std::vector<Json> found;
  collect(json, type, found);
  return found;
}

// The words of a part of the tree, with blanks between them, the marks of notes and raw parts left out.
inline std::string words_of(const Json& json) {
  if (json.is_array()) {
    std::string text;
    for (const auto& inner : json) text += words_of(inner);
    return text;
  }
  if (!json.is_object()) return "";
  const std::string type = json.value("t", "");
  if (type == "Str") return json["c"].get<std::string>();
  if (type == "Code" || type == "CodeBlock") return json["c"][1].get<std::string>();
  if (type == "Space" || type == "SoftBreak" || type == "LineBreak") return " ";
  return json.contains("c") && type != "Note" ? words_of(json["c"]) : "";
}

// The text of all raw parts.
inline std::string raw_of(const Json& json) {
  std::string text;
  for (const char* type : {"RawBlock", "RawInline"}) {
    for (const auto& raw : all(json, type)) text += raw["c"][1].get<std::string>() + "\n";
  }
  return text;
}

// The blocks that have a style of the reference document.
inline std::vector<Json> styled(const Json& json, const std::string& style) {
  std::vector<Json> found;
  for (const auto& div : all(json, "Div")) {
    if (div["c"][0][2] == Json::array({Json::array({"custom-style", style})})) found.push_back(div);
  }
  return found;
}

inline std::string heading_of(const Json& header) {
  return std::to_string(header["c"][0].get<int>()) + " #" + header["c"][1][0].get<std::string>() + " " +
         words_of(header["c"][2]);
}

// The first table of a document for Word: its head and its rows as words.
inline std::vector<std::string> first_table(const Json& tree) {
  const Json table = all(tree, "Table").at(0)["c"];
  std::vector<std::string> lines;
  const auto add = [&](const Json& row) {
    std::string line;
    for (const auto& cell : row[1]) line += "|" + words_of(cell[4]);
    lines.push_back(line);
  };
  add(table[3][1][0]);
  for (const auto& row : table[4][0][3]) add(row);
  return lines;
}

}  // namespace office_tree
