#include "store/json_columns.hpp"

#include <nlohmann/json.hpp>

namespace store {

using nlohmann::json;

std::string to_column(const domain::LocalizedText& text) { return text.empty() ? "{}" : json(text).dump(); }
std::string to_column(const std::vector<std::string>& list) { return list.empty() ? "[]" : json(list).dump(); }
std::string to_column(const std::map<std::string, std::int64_t>& numbers) {
  return numbers.empty() ? "{}" : json(numbers).dump();
}

domain::LocalizedText localized_from(const std::string& column) {
  if (column == "{}") return {};
  return json::parse(column).get<domain::LocalizedText>();
}

std::vector<std::string> list_from(const std::string& column) {
  if (column == "[]") return {};
  return json::parse(column).get<std::vector<std::string>>();
}

std::map<std::string, std::int64_t> numbers_from(const std::string& column) {
  if (column == "{}") return {};
  return json::parse(column).get<std::map<std::string, std::int64_t>>();
}

}  // namespace store
