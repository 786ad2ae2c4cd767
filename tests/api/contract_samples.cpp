#include "contract_samples.hpp"

#include "embed/embedded.hpp"
#include "support/sanitized.hpp"

using http::Body;

namespace {

// Sent in the place of every member; with a sanitizer frames are larger.
constexpr std::size_t kDeep = support::kSanitized ? 10'000 : 100'000;
constexpr int kDeepestSample = 8;  // sections of a format hold sections
constexpr const char* kMark = "(odd value)";

// Values that some field or other does not take, as they stand in JSON.
const std::vector<std::string>& odd_values() {
  static const std::vector<std::string> values{"null",
                                               "true",
                                               "-1",
                                               "0",
                                               "1.5",
                                               "9223372036854775808",
                                               "-9223372036854775809",
                                               "1e400",
                                               "\"\"",
                                               "\"\\u0000\"",
                                               "\"\\ud800\"",
                                               "\"\xff\"",
                                               "\"../../etc\"",
                                               "\"" + std::string(70'000, 'a') + "\"",
                                               "{}",
                                               "[]",
                                               "[null]",
                                               R"({"en": null})",
                                               R"({"": "x"})",
                                               std::string(kDeep, '[') + std::string(kDeep, ']'),
                                               "NaN",
                                               "'x'"};
  return values;
}

const std::vector<std::string>& odd_bodies() {
  static const std::vector<std::string> bodies{"",
                                               "{",
                                               "[]",
                                               "null",
                                               "1",
                                               "\"x\"",
                                               "{}",
                                               "\xff\xfe",
                                               "{\"a\":1,}",
                                               "{}{}",
                                               "\xEF\xBB\xBF{}",
                                               std::string("\0", 1),
                                               "<a/>",
                                               "a=b",
                                               std::string(kDeep, '['),
                                               std::string(kDeep, '[') + std::string(kDeep, ']'),
                                               "{\"x\":1e400}"};
  return bodies;
}

const std::vector<std::string>& odd_segments() {
  static const std::vector<std::string> segments{"a%2Fb",
                                                 "%00",
                                                 "a%00b",
                                                 "..",
                                                 "%2e%2e",
                                                 ".",
                                                 "%",
                                                 "%zz",
                                                 "%ff",
                                                 "-1",
                                                 "0",
                                                 "1.5",
                                                 "9223372036854775808",
                                                 "none",
                                                 "A",
                                                 "%20",
                                                 "a%0D%0Ab",
                                                 "%F0%9F%98%80",
                                                 std::string(200, 'a'),
                                                 std::string(10'000, 'a')};
  return segments;
}

// The places of a JSON value: every member, down to the fourth level.
void list_places(const Body& value, const std::string& pointer, int depth, std::vector<std::string>& places) {
  if (depth == 4 || !value.is_structured()) return;
  for (const auto& [name, member] : value.items()) {
    const std::string place = pointer + "/" + (name.find('/') == std::string::npos ? name : "");
    if (place.back() == '/') continue;
    places.push_back(place);
    list_places(member, place, depth + 1, places);
  }
}

std::string with_raw(Body body, const std::string& place, const std::string& raw) {
  body[Body::json_pointer(place)] = kMark;
  std::string text = body.dump();
  const std::string mark = "\"" + std::string(kMark) + "\"";
  return text.replace(text.find(mark), mark.size(), raw);
}

// One value after the other odd or missing, but those that stand in another body too, and one that is not known.
std::vector<std::string> odd_variants(const Body& whole, const Body& tried) {
  std::vector<std::string> variants;
  std::vector<std::string> places;
  list_places(whole, "", 0, places);
  for (const auto& place : places) {
    if (tried.contains(Body::json_pointer(place))) continue;
    for (const auto& value : odd_values()) variants.push_back(with_raw(whole, place, value));
    Body without = whole;
    const Body::json_pointer pointer(place);
    Body& parent = without.at(pointer.parent_pointer());
    if (parent.is_object()) parent.erase(pointer.back());
    variants.push_back(without.dump());
  }
  Body more = whole;
  if (more.is_object()) more["colour"] = "red";
  variants.push_back(more.dump());
  return variants;
}

std::string json_type_of(const http::Operation& operation) {
  for (const auto& type : operation.request_types) {
    if (type.ends_with("json")) return type;
  }
  return "";
}

}  // namespace

ContractSamples::ContractSamples(std::map<std::string, std::string> values)
    : document_(Body::parse(embedded::file("api/openapi.json"))), values_(std::move(values)) {}

const Body& ContractSamples::resolve(const Body& schema) const {
  if (!schema.contains("$ref")) return schema;
  return resolve(document_.at(Body::json_pointer(schema.at("$ref").get<std::string>().substr(1))));
}

Body ContractSamples::sample(const Body& given, const std::string& name, int depth) const {
  const Body& schema = resolve(given);
  if (const auto known = values_.find(name); known != values_.end()) return known->second;
  for (const char* hint : {"default", "example"}) {
    if (schema.contains(hint)) return schema.at(hint);
  }
  if (schema.contains("enum")) return schema.at("enum").front();
  const Body types = schema.value("type", Body("object"));
  const std::string type = types.is_array() ? types.front().get<std::string>() : types.get<std::string>();
  if (type == "boolean") return true;
  if (type == "integer") return schema.value("minimum", 1);
  if (type == "array" && depth >= kDeepestSample) return Body::array();
  if (type == "array") return Body::array({sample(schema.value("items", Body{{"type", "string"}}), "", depth + 1)});
  if (type == "string") return schema.value("format", "") == "date-time" ? "2030-01-01T00:00:00Z" : "sample";
  Body object = Body::object();
  const Body properties = schema.value("properties", Body::object());
  for (const auto& [member, about] : properties.items()) object[member] = sample(about, member, depth + 1);
  if (schema.contains("propertyNames")) object["en"] = sample(schema.at("additionalProperties"), "", depth + 1);
  return object;
}

// The contract's own example of a body; null where it has none.
Body ContractSamples::example(const http::Operation& operation, const std::string& type) const {
  std::string method = operation.method;
  for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
  const Body& media = document_.at("paths").at(operation.path).at(method).at("requestBody").at("content").at(type);
  if (media.contains("example")) return media.at("example");
  return media.contains("examples") ? resolve(media.at("examples").front()).at("value") : Body();
}

std::string ContractSamples::path_of(const http::Operation& operation, const std::string& odd,
                                     const std::string& value) const {
  std::string path = operation.path;
  for (const auto& parameter : operation.parameters) {
    if (parameter.in != "path") continue;
    const std::string name = "{" + parameter.name + "}";
    path.replace(path.find(name), name.size(), parameter.name == odd ? value : values_.at(parameter.name));
  }
  return path;
}

Probe ContractSamples::fitting(const http::Operation& operation) const {
  Probe probe{operation.method, path_of(operation), "", {}};
  if (operation.needs_if_match) probe.headers.emplace("If-Match", "\"1\"");
  const std::string type = json_type_of(operation);
  if (type.empty()) return probe;
  probe.headers.emplace("Content-Type", type);
  const Body body = example(operation, type);
  probe.body = (body.is_null() ? sample(operation.request.at(type).body(), "") : body).dump();
  return probe;
}

std::vector<Probe> ContractSamples::with_odd_bodies(const http::Operation& operation) const {
  std::vector<Probe> probes;
  const Probe base = fitting(operation);
  const auto add = [&](std::string body) {
    Probe probe = base;
    probe.body = std::move(body);
    probes.push_back(std::move(probe));
  };
  for (const auto& body : odd_bodies()) add(body);
  if (base.body.empty()) return probes;
  // The example is taken in all but one place; the sample has every field that there is, so those that the example
  // lacks.
  const Body example = Body::parse(base.body);
  for (auto& body : odd_variants(example, Body::object())) add(std::move(body));
  const Body whole = sample(operation.request.at(json_type_of(operation)).body(), "");
  for (auto& body : odd_variants(whole, example)) add(std::move(body));
  return probes;
}

std::vector<Probe> ContractSamples::with_odd_addresses(const http::Operation& operation) const {
  std::vector<Probe> probes;
  const Probe base = fitting(operation);
  const auto add = [&](const std::string& path) {
    Probe probe = base;
    probe.path = path;
    probes.push_back(std::move(probe));
  };
  for (const auto& parameter : operation.parameters) {
    if (parameter.in == "path") {
      for (const auto& segment : odd_segments()) add(path_of(operation, parameter.name, segment));
    } else if (parameter.in == "query") {
      const std::string begin = base.path + "?" + parameter.name + "=";
      for (const auto& segment : odd_segments()) add(begin + segment);
      add(begin);
      add(begin + "1&" + parameter.name + "=1");
    }
  }
  for (const char* query :
       {"?colour=red", "?", "?=", "?&&&", "?a", "?%00=%00", "?%ff=%ff", "/", "%2F", "/..", ";x=1"}) {
    add(base.path + query);
  }
  return probes;
}

std::vector<Probe> ContractSamples::with_odd_headers(const http::Operation& operation) const {
  std::vector<Probe> probes;
  const std::vector<std::pair<std::string, std::string>> odd{{"Content-Type", "text/plain"},
                                                             {"Content-Type", "application/xml"},
                                                             {"Content-Type", ""},
                                                             {"Content-Type", "application/json; charset=utf-16"},
                                                             {"Content-Type", "multipart/form-data; boundary=x"},
                                                             {"Content-Type", "application/x-www-form-urlencoded"},
                                                             {"Content-Type", ";;;"},
                                                             {"Accept", "image/png"},
                                                             {"Accept", ";;;"},
                                                             {"Accept", "*/*;q=0"},
                                                             {"Accept", std::string(5000, ',')},
                                                             {"Accept-Language", "tlh, *;q=0"},
                                                             {"Accept-Language", std::string(5000, '-')},
                                                             {"If-Match", "*"},
                                                             {"If-Match", "x"},
                                                             {"If-Match", "W/\"1\""},
                                                             {"If-Match", "\"999999999999999999999\""},
                                                             {"If-Match", ""},
                                                             {"If-None-Match", "*"},
                                                             {"If-None-Match", "\"1\""},
                                                             {"If-None-Match", std::string(5000, '"')},
                                                             {"Idempotency-Key", ""},
                                                             {"Idempotency-Key", std::string(300, 'k')},
                                                             {"Idempotency-Key", "\xC3\xA9"},
                                                             {"Idempotency-Key", "fuzz"},
                                                             {"Range", "bytes=0-0,1-1,2-2"},
                                                             {"Content-Encoding", "gzip"},
                                                             {"X-HTTP-Method-Override", "DELETE"}};
  for (const auto& [name, value] : odd) {
    Probe probe = fitting(operation);
    probe.headers.erase(name);
    probe.headers.emplace(name, value);
    probes.push_back(std::move(probe));
  }
  Probe bare = fitting(operation);
  bare.headers.clear();
  probes.push_back(std::move(bare));
  return probes;
}
