#include "documents/picture/svg_graph.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "documents/file/foreign_xml.hpp"
#include "documents/picture/picture_readers.hpp"
#include "documents/picture/svg_grammar.hpp"
#include "documents/picture/svg_numbers.hpp"
#include "documents/picture/svg_path.hpp"
#include "documents/picture/svg_style.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::uint64_t kElement = 5;  // points that one counts as

// What children have from their parents, and what not.
constexpr std::array<std::string_view, 6> kPassedOn{"fill",       "marker",       "marker-end",
                                                    "marker-mid", "marker-start", "stroke"};
constexpr std::array<std::string_view, 2> kOwn{"clip-path", "mask"};

struct Shows {
  std::string id;
  std::uint64_t times = 1;
};

// By property: the part that it shows; empty: none.
using Looks = std::map<std::string_view, std::string>;

bool is_line(std::string_view name) {
  return name == "path" || name == "polyline" || name == "polygon" || name == "line";
}
bool is_painted(std::string_view name) {
  return is_line(name) || name == "rect" || name == "circle" || name == "ellipse" || name == "text" ||
         name == "tspan" || name == "textPath";
}

std::uint64_t points_of(pugi::xml_node node) {
  if (const auto path = node.attribute("d")) return read_path(path.value()).points;
  if (const auto points = node.attribute("points")) return count_numbers(points.value()).value_or(0) / 2;
  return std::string_view(node.name()) == "line" ? 2 : 0;
}

std::uint64_t letters_of(pugi::xml_node node) {
  std::uint64_t letters = 0;
  for (const auto& child : node.children()) {
    if (child.type() == pugi::node_pcdata) letters += std::string_view(child.value()).size();
  }
  return std::string_view(node.name()) == "style" ? 0 : letters;
}

bool has_class(std::string_view classes, const std::string& wanted) {
  for (auto at = classes.find(wanted); at != std::string_view::npos; at = classes.find(wanted, at + 1)) {
    const bool begins = at == 0 || classes[at - 1] == ' ';
    const auto end = at + wanted.size();
    if (begins && (end == classes.size() || classes[end] == ' ')) return true;
  }
  return false;
}

[[noreturn]] void refuse_many() {
  refuse_picture(
      say("The SVG has too many elements or points: at most 200000 elements or a million points of lines and letters "
          "are accepted, each counted as often as it is shown. Make it simpler, or save it as a PNG."));
}

class SvgGraph {
 public:
  explicit SvgGraph(pugi::xml_node svg) {
    read_rules(svg);
    collect(svg, {});
    count(svg, 0);
  }

 private:
  struct Rule {
    SvgSelector selector;
    Looks looks;
  };

  static void take(Looks& looks, const std::vector<SvgDeclaration>& declarations) {
    for (const auto& [name, value] : declarations) take(looks, name, value);
  }
  static void take(Looks& looks, std::string_view name, std::string_view value) {
    for (const auto& properties :
         {std::span<const std::string_view>(kPassedOn), std::span<const std::string_view>(kOwn)}) {
      const auto known = std::ranges::find(properties, name);
      if (known == properties.end()) continue;
      const auto parts = shown_parts(value);
      looks[*known] = parts.empty() ? "" : parts.front();
    }
  }

  void read_rules(pugi::xml_node node) {  // NOLINT(misc-no-recursion): as deep as the XML may be
    for (const auto& child : node.children()) read_rules(child);
    if (std::string_view(node.name()) != "style") return;
    for (const auto& rule : read_sheet(node.child_value())) {
      Looks looks;
      take(looks, rule.declarations);
      std::erase_if(looks, [](const auto& look) { return look.second.empty(); });
      if (looks.empty()) continue;
      for (const auto& selector : selectors_of(rule)) rules_.push_back({selector, looks});
    }
    if (rules_.size() > kMostPainting) {
      refuse_picture(
          say("The style sheets of the SVG have more than {0} selectors for colours and markers. Make it simpler, or "
              "save it as a PNG.",
              kMostPainting));
    }
  }

  // Of which element a rule speaks, only its own name, class and id tell here: it may be one more than is meant.
  Looks looks_of(pugi::xml_node node) const {
    Looks looks;
    for (const auto& property : kPassedOn) take_attribute(looks, property, node);
    for (const auto& property : kOwn) take_attribute(looks, property, node);
    for (const auto& rule : rules_) {
      const auto& wanted = rule.selector;
      if (!wanted.element.empty() && wanted.element != node.name()) continue;
      if (!wanted.id.empty() && wanted.id != node.attribute("id").value()) continue;
      if (!wanted.of_class.empty() && !has_class(node.attribute("class").value(), wanted.of_class)) continue;
      for (const auto& [property, id] : rule.looks) looks[property] = id;
    }
    if (const auto style = node.attribute("style")) take(looks, read_declarations(style.value()));
    return looks;
  }
  static void take_attribute(Looks& looks, std::string_view property, pugi::xml_node node) {
    if (const auto attribute = node.attribute(property.data())) take(looks, property, attribute.value());
  }

  // No deeper than read_foreign_xml lets a file be.
  void collect(pugi::xml_node node, const Looks& from_parent) {  // NOLINT(misc-no-recursion)
    if (const auto id = node.attribute("id")) by_id_.emplace(id.value(), node);
    Looks looks = looks_of(node);
    auto& shows = shows_[node.internal_object()];
    const std::uint64_t points = points_of(node);
    for (const auto& property : kOwn) add(shows, looks, property, 1);
    for (const auto& property : kOwn) looks.erase(property);
    looks.insert(from_parent.begin(), from_parent.end());
    if (is_painted(node.name())) {
      for (const auto& property : kPassedOn) {
        const bool marker = property.starts_with("marker");
        if (marker && !is_line(node.name())) continue;
        const bool everywhere = property == "marker" || property == "marker-mid";
        add(shows, looks, property, everywhere ? std::max<std::uint64_t>(points, 1) : 1);
      }
    }
    if (const std::string_view target = node.attribute("href").value(); target.size() > 1) {
      shows.push_back({std::string(target.substr(1)), 1});
    }
    const auto own = kElement + points + letters_of(node);
    own_[node.internal_object()] = own;
    if ((all_ += own) > kMostShown) refuse_many();
    for (const auto& child : node.children()) {
      if (child.type() == pugi::node_element) collect(child, looks);
    }
  }

  static void add(std::vector<Shows>& shows, const Looks& looks, std::string_view property, std::uint64_t times) {
    const auto found = looks.find(property);
    if (found != looks.end() && !found->second.empty()) shows.push_back({found->second, times});
  }

  std::uint64_t count(pugi::xml_node node, int depth) {  // NOLINT(misc-no-recursion)
    const auto* key = node.internal_object();
    if (const auto known = counted_.find(key); known != counted_.end()) return known->second;
    if (depth > 2 * kDeepestXml || !open_.insert(key).second) {
      refuse_picture(say("The SVG shows a part of itself within that part."));
    }
    std::uint64_t all = own_[key];
    for (const auto& child : node.children()) {
      if (child.type() == pugi::node_element) all += count(child, depth + 1);
    }
    for (const auto& [id, times] : shows_[key]) {
      const auto found = by_id_.find(id);
      if (found != by_id_.end()) all += times * count(found->second, depth + 1);
    }
    if (all > kMostShown) refuse_many();
    open_.erase(key);
    return counted_[key] = all;
  }

  static constexpr std::size_t kMostPainting = 500;

  std::vector<Rule> rules_;
  std::unordered_map<std::string, pugi::xml_node> by_id_;
  std::unordered_map<const void*, std::vector<Shows>> shows_;
  std::unordered_map<const void*, std::uint64_t> own_;
  std::unordered_map<const void*, std::uint64_t> counted_;
  std::set<const void*> open_;
  std::uint64_t all_ = 0;  // in the file, whether shown or not
};

}  // namespace

void check_shown(pugi::xml_node svg) { const SvgGraph checked(svg); }

}  // namespace documents
