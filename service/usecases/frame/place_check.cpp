#include "usecases/frame/place_check.hpp"

#include "usecases/frame/service.hpp"

namespace usecases {
namespace {

using documents::TextPlaces;

constexpr std::size_t kMostPlaces = 20'000;

struct PlacesWanted {
  std::string markdown;
  std::string language;
};

TextPlaces read_places(const PlacesWanted& wanted) { return documents::places_in(wanted.markdown, wanted.language); }

}  // namespace

std::shared_ptr<const TextPlaces> PlaceChecks::find(const Read& context, const domain::Revision& text) {
  const std::string name = text.language + " " + text.sha256;
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = places_.find(name); known != places_.end()) return known->second;
  }
  auto saved = store::find_revision(context.tx, text.report, text.section, text.language, text.revision);
  if (!saved) return std::make_shared<const TextPlaces>();
  Groundwork own;  // who reads a whole report keeps the texts of none
  Groundwork& work = store::is_writing(context.tx) ? context.groundwork : own;
  auto places = work.get<TextPlaces>(
      context.tx, "places " + name,
      [&] {
        return PlacesWanted{std::move(saved->markdown), text.language};
      },
      read_places);
  const std::lock_guard lock(mutex_);
  if (places_.size() >= kMostPlaces) places_.clear();
  places_[name] = places;
  return places;
}

}  // namespace usecases
