#include "store/database/json_columns.hpp"

#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

namespace store {

using nlohmann::json;

namespace {

// The texts of ["a","b"] or {"en":"a","ru":"b"} as to_column() writes them, where none has an escape; nothing: the
// column is to be parsed. Titles and languages are read with every request, and parsing them costs more than finding
// their row. between: what stands behind the first, the second, and again from the beginning.
std::optional<std::vector<std::string_view>> plain_texts(std::string_view column, std::string_view between, char last) {
  if (column.find('\\') != std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> texts;
  for (std::size_t begin = 1;;) {
    const std::size_t end = column.find('"', begin + 1);
    if (end >= column.size() - 1 || column[begin] != '"') return std::nullopt;
    texts.push_back(column.substr(begin + 1, end - begin - 1));
    if (end + 2 == column.size()) return column.back() == last ? std::optional(std::move(texts)) : std::nullopt;
    if (column[end + 1] != between[(texts.size() - 1) % between.size()]) return std::nullopt;
    begin = end + 2;
  }
}

}  // namespace

std::string to_column(const domain::LocalizedText& text) { return text.empty() ? "{}" : json(text).dump(); }
std::string to_column(const std::vector<std::string>& list) { return list.empty() ? "[]" : json(list).dump(); }
std::string to_column(const std::map<std::string, std::int64_t>& numbers) {
  return numbers.empty() ? "{}" : json(numbers).dump();
}
std::string to_column(const std::vector<std::int64_t>& numbers) {
  return numbers.empty() ? "[]" : json(numbers).dump();
}

domain::LocalizedText localized_from(const std::string& column) {
  if (column == "{}") return {};
  const auto plain = column.starts_with('{') ? plain_texts(column, ":,", '}') : std::nullopt;
  if (!plain || plain->size() % 2 != 0) return json::parse(column).get<domain::LocalizedText>();
  domain::LocalizedText texts;
  for (std::size_t i = 0; i < plain->size(); i += 2) texts.emplace((*plain)[i], (*plain)[i + 1]);
  return texts;
}

std::vector<std::string> list_from(const std::string& column) {
  if (column == "[]") return {};
  const auto plain = column.starts_with('[') ? plain_texts(column, ",", ']') : std::nullopt;
  if (!plain) return json::parse(column).get<std::vector<std::string>>();
  return {plain->begin(), plain->end()};
}

std::map<std::string, std::int64_t> numbers_from(const std::string& column) {
  if (column == "{}") return {};
  return json::parse(column).get<std::map<std::string, std::int64_t>>();
}

std::vector<std::int64_t> number_list_from(const std::string& column) {
  if (column == "[]") return {};
  return json::parse(column).get<std::vector<std::int64_t>>();
}

// What a member is called is what its key is called, here and in the next.
json emblem_json(const domain::Emblem& emblem) {
  return {{"version", emblem.version}, {"media_type", emblem.media_type}, {"sha256", emblem.sha256},
          {"bytes", emblem.bytes},     {"width", emblem.width},           {"height", emblem.height}};
}

domain::Emblem emblem_from(const json& emblem) {
  return {emblem.at("version"), emblem.at("media_type"), emblem.at("sha256"),
          emblem.at("bytes"),   emblem.at("width"),      emblem.at("height")};
}

std::string to_column(const domain::Imprint& imprint) {
  json all{{"subtitle", imprint.subtitle},
           {"publisher", imprint.publisher},
           {"place", imprint.place},
           {"issued_on", imprint.issued_on},
           {"document_number", imprint.document_number},
           {"isbn", imprint.isbn},
           {"disclaimer", imprint.disclaimer},
           {"contact", imprint.contact},
           {"emblem", imprint.emblem ? emblem_json(*imprint.emblem) : json::object()}};
  for (auto member = all.begin(); member != all.end();) {
    const bool given = member->is_string() ? !member->get_ref<const std::string&>().empty() : !member->empty();
    member = given ? std::next(member) : all.erase(member);
  }
  return all.empty() ? "{}" : all.dump();
}

domain::Imprint imprint_from(const std::string& column) {
  domain::Imprint imprint;
  if (column == "{}") return imprint;
  const json all = json::parse(column);
  const auto read = [&](const char* name, auto& value) {
    if (const auto found = all.find(name); found != all.end()) found->get_to(value);
  };
  read("subtitle", imprint.subtitle);
  read("publisher", imprint.publisher);
  read("place", imprint.place);
  read("issued_on", imprint.issued_on);
  read("document_number", imprint.document_number);
  read("isbn", imprint.isbn);
  read("disclaimer", imprint.disclaimer);
  read("contact", imprint.contact);
  if (const auto found = all.find("emblem"); found != all.end()) imprint.emblem = emblem_from(*found);
  return imprint;
}

}  // namespace store
