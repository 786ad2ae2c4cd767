#include "documents/labels/labels.hpp"

#include <algorithm>

#include "documents/labels/labels_reader.hpp"
#include "domain/basis/language.hpp"
#include "domain/basis/written_language.hpp"
#include "embed/embedded.hpp"

namespace documents {
namespace {

// "db/labels/ru.json" -> "ru"
std::string_view language_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

std::vector<Labels> read_every_language() {
  std::vector<Labels> all;
  for (const auto& [path, json] : embedded::files_under("db/labels/")) {
    all.push_back(read_labels(std::string(language_of(path)), json));
  }
  return all;
}

}  // namespace

const std::vector<Labels>& all_labels() {
  static const std::vector<Labels> all = read_every_language();
  return all;
}

const Labels& labels_for(std::string_view language) { return labels_for(language, all_labels()); }

const Labels& labels_for(std::string_view language, const std::vector<Labels>& among) {
  for (; !language.empty(); language = domain::less_specific(language)) {
    const auto found = std::ranges::find(among, language, &Labels::language);
    if (found != among.end()) return *found;
  }
  return *std::ranges::find(among, "en", &Labels::language);
}

bool is_foreign(const Labels& labels, std::string_view language) {
  return domain::primary_language(language) != domain::primary_language(labels.language) ||
         domain::script_of(language) != domain::script_of(labels.language);
}

std::string_view state_label(const Labels& labels, std::string_view state) {
  if (state == "empty") return labels.states.empty;
  if (state == "draft") return labels.states.draft;
  if (state == "in_review") return labels.states.in_review;
  if (state == "returned") return labels.states.returned;
  if (state == "approved") return labels.states.approved;
  return state;
}

}  // namespace documents
