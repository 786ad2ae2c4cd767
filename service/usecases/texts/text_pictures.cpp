#include "usecases/texts/text_pictures.hpp"

#include <algorithm>
#include <map>

#include "documents/html/html_picture.hpp"
#include "domain/basis/error.hpp"

namespace usecases {
namespace {

using domain::say;

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

void require_few_repetitions(const Read& context, const domain::Section& section,
                             const std::vector<domain::PlacedPicture>& placed) {
  std::map<std::string, std::uint64_t> times;
  for (const auto& picture : placed) ++times[picture.name];
  std::uint64_t repeated = 0;
  for (const auto& [name, count] : times) {
    if (count == 1) continue;
    const auto last = store::last_picture(context.tx, section.report, section.id, name);
    if (!last || last->is_removed()) continue;
    repeated += (count - 1) * documents::image_size(static_cast<std::uint64_t>(last->bytes));
    if (repeated <= documents::kMostRepeatedInText) continue;
    throw domain::Error(domain::ErrorCode::invalid, "text_too_large",
                        say("The text places '{0}' {1} times. Pictures that are placed again may add at most {2} MB to "
                            "a page: place it once and refer to its figure, or make it smaller.",
                            name, count, documents::kMostRepeatedInText / 1'000'000));
  }
}

void judge_pictures(const Read& context, const domain::Section& section,
                    const std::vector<domain::PlacedPicture>& placed, SavedText& saved) {
  for (const auto& picture : placed) {
    const auto last = store::last_picture(context.tx, section.report, section.id, picture.name);
    if (!last || last->is_removed()) add_once(saved.missing_pictures, picture.name);
    if (!picture.described) add_once(saved.undescribed_pictures, picture.name);
  }
}

}  // namespace usecases
