#include "http/message/message.hpp"

#include <strings.h>

namespace http {

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

namespace {

const std::string* find(const HeaderList& headers, std::string_view name) {
  for (const auto& [known, value] : headers) {
    if (same_name(known, name)) return &value;
  }
  return nullptr;
}

}  // namespace

std::string Request::header(std::string_view name) const { return find_header(name).value_or(""); }

std::optional<std::string> Request::find_header(std::string_view name) const {
  const std::string* value = find(headers, name);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<std::string> Request::query_value(std::string_view name) const {
  for (const auto& [known, value] : query) {
    if (known == name) return value;
  }
  return std::nullopt;
}

void Response::set_header(std::string_view name, std::string value) {
  for (auto& [known, present] : headers) {
    if (same_name(known, name)) {
      present = std::move(value);
      return;
    }
  }
  headers.emplace_back(name, std::move(value));
}

std::string Response::header(std::string_view name) const {
  const std::string* value = find(headers, name);
  return value == nullptr ? "" : *value;
}

void Response::vary_by(std::string_view name) {
  const std::string present = header("Vary");
  if ((", " + present + ",").find(", " + std::string(name) + ",") != std::string::npos) return;
  set_header("Vary", present.empty() ? std::string(name) : present + ", " + std::string(name));
}

void Response::set_body(std::string text, std::string_view content_type) {
  body = std::make_shared<const std::string>(std::move(text));
  set_header("Content-Type", std::string(content_type));
}

}  // namespace http
