// Agencies: made and corrected by the admin, seen by everybody.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/people/agencies.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct NewAgency {
  std::string id;
  domain::LocalizedText title;
  domain::LocalizedText short_title;
};

// What is set is changed; an empty text removes that language.
struct AgencyChange {
  std::optional<domain::LocalizedText> title;
  std::optional<domain::LocalizedText> short_title;
  std::optional<bool> active;
};

domain::Agency create_agency(const Write& context, const NewAgency& agency);
domain::Agency update_agency(const Write& context, const std::string& id, const AgencyChange& change,
                             const Expected& expected);
domain::Agency get_agency(const Read& context, const std::string& id);
std::vector<domain::Agency> list_agencies(const Read& context, const std::string& after, int limit);

// Applies a merge patch to a localized text: an empty value removes the language.
// Errors: invalid at the pointer where nothing would be left, or more languages than a text may have and had.
void merge_localized(domain::LocalizedText& text, const domain::LocalizedText& patch, const std::string& pointer,
                     bool may_be_empty = false);

inline constexpr std::size_t kMostLanguages = 20;  // of a text, as the contract says
// before: how many it had; one that has more from earlier times may lose some of them. Errors: invalid at the pointer.
void require_few_languages(const domain::LocalizedText& text, std::size_t before, const std::string& pointer);

}  // namespace usecases
