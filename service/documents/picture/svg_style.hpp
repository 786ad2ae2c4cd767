// Style sheets and style attributes of an SVG: read, and written anew from the properties that are known, with values
// that they may have.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

struct SvgDeclaration {
  std::string name;  // "fill", in small letters
  std::string value;
};
std::vector<SvgDeclaration> read_declarations(std::string_view text);

// Those that are kept. left_out: is told what was not ("'filter'").
using SvgNote = std::function<void(const std::string& what)>;
std::vector<SvgDeclaration> clean_declarations(std::string_view text, const SvgNote& left_out);
std::string written(const std::vector<SvgDeclaration>& declarations);

struct SvgRule {
  std::string selectors;  // "rect.road, #river"
  std::vector<SvgDeclaration> declarations;
};
std::vector<SvgRule> read_sheet(std::string_view sheet);
// Error: invalid "invalid_picture" where there are too many rules.
std::string clean_sheet(std::string_view sheet, const SvgNote& left_out);

// What an element must be for a selector to mean it, as far as its own name, class and id tell: all three may be empty.
struct SvgSelector {
  std::string element;
  std::string of_class;  // one of them, where there are several
  std::string id;
};
std::vector<SvgSelector> selectors_of(const SvgRule& rule);

}  // namespace documents
