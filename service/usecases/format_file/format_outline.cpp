#include "usecases/format_file/format_outline.hpp"

#include <algorithm>
#include <set>

#include "domain/report/relative_day.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::NodeKind;
using domain::OutlineNode;

constexpr int kDeepest = 5;
constexpr std::size_t kMostNodes = 500;

class OutlineReader {
 public:
  explicit OutlineReader(domain::Format& format) : format_(format) {}

  void read_children(const YamlPlace& place, const OutlineNode* parent) {
    place.each([&](const YamlPlace& item) {
      if (format_.outline.size() >= kMostNodes) return too_many(item);
      if (!item.map_of({"key", "repeat", "title", "unconfirmed", "kind", "guidance", "limit", "words", "counted",
                        "required", "annex", "promises", "due", "suggested_lead", "tags", "children"})) {
        return;
      }
      if (item.at("repeat").defined()) {
        read_repeat(item, parent);
      } else {
        read_node(item, parent);
      }
    });
  }

 private:
  void too_many(const YamlPlace& place) {
    if (!complained_)
      place.complain(Fault::too_many, "an outline has " + std::to_string(kMostNodes) + " nodes at the most");
    complained_ = true;
  }

  OutlineNode common(const YamlPlace& place, const OutlineNode* parent) {
    OutlineNode node;
    node.parent = parent == nullptr ? "" : parent->key;
    node.depth = parent == nullptr ? 1 : parent->depth + 1;
    if (node.depth > kDeepest)
      place.complain(Fault::too_many, "lies deeper than " + std::to_string(kDeepest) + " levels");
    const std::string kind = place.at("kind").text_or("text");
    if (kind != "text" && kind != "group") place.at("kind").complain(Fault::unknown, "must be text or group");
    node.kind = kind == "group" ? NodeKind::group : NodeKind::text;
    node.limit = place.at("words").defined() ? domain::WordLimit{place.at("words").number(0, 1'000'000), 90, false}
                                             : read_limit(place.at("limit"));
    if (node.kind == NodeKind::group && node.limit.words > 0)
      place.complain(Fault::does_not_fit, "a group holds no text, so it has no limit");
    node.annex = place.at("annex").flag(parent != nullptr && parent->annex);
    node.counted = place.at("counted").flag(!node.annex);
    node.required = place.at("required").flag(!node.annex);
    node.promises = place.at("promises").flag(false);
    if (node.kind == NodeKind::group && node.promises) {
      place.at("promises")
          .complain(Fault::does_not_fit, "a group holds no text, so it makes no promises; mark the sections below it");
    }
    node.due = read_day(place.at("due"));
    node.suggested_lead = place.at("suggested_lead").text_or("");
    node.tags = place.at("tags").texts();
    return node;
  }

  void read_node(const YamlPlace& place, const OutlineNode* parent) {
    OutlineNode node = common(place, parent);
    node.key = place.at("key").key();
    node.title = place.at("title").localized(true);
    node.unconfirmed = place.at("unconfirmed").texts();
    node.guidance = place.at("guidance").localized(false);
    add(place, node);
    read_children(place.at("children"), &node);
  }

  void read_repeat(const YamlPlace& place, const OutlineNode* parent) {
    const YamlPlace repeat = place.at("repeat");
    if (!repeat.map_of({"list", "items", "key"})) return;
    const std::string list_key = repeat.at("list").text();
    const auto list = std::ranges::find(format_.code_lists, list_key, &domain::CodeList::key);
    if (list == format_.code_lists.end())
      return repeat.at("list").complain(Fault::does_not_exist, "there is no code list '" + list_key + "'");
    const std::string pattern = repeat.at("key").text();
    const auto slot = pattern.find("{key}");
    if (slot == std::string::npos)
      return repeat.at("key").complain(Fault::wrong_form, "must hold {key}, e.g. obj-{key}");
    for (const auto* item : items_of(repeat.at("items"), *list)) {
      OutlineNode node = common(place, parent);
      node.key = std::string(pattern).replace(slot, 5, item->key);
      if (!repeat.at("key").check_key(node.key)) return;  // those of the other items are none either
      node.title = item->title;
      node.unconfirmed = item->unconfirmed;
      node.guidance = item->guidance;
      add(place, node);
      read_children(place.at("children"), &node);
    }
  }

  static std::vector<const domain::CodeListItem*> items_of(const YamlPlace& place, const domain::CodeList& list) {
    std::vector<const domain::CodeListItem*> items;
    if (!place.defined()) {
      for (const auto& item : list.items) items.push_back(&item);
      return items;
    }
    place.each([&](const YamlPlace& name) {
      const std::string key = name.text();
      const auto item = std::ranges::find(list.items, key, &domain::CodeListItem::key);
      if (item == list.items.end())
        return name.complain(Fault::does_not_exist, "the code list '" + list.key + "' has no item '" + key + "'");
      items.push_back(&*item);
    });
    return items;
  }

  void add(const YamlPlace& place, const OutlineNode& node) {
    if (format_.outline.size() >= kMostNodes) return too_many(place);
    if (!keys_.insert(node.key).second) place.complain(Fault::repeated, "the key '" + node.key + "' is used twice");
    if (node.parent.empty()) {
      if (annexes_begun_ && !node.annex) place.complain(Fault::does_not_fit, "comes after an annex; annexes come last");
      annexes_begun_ = annexes_begun_ || node.annex;
    }
    for (const auto& language : node.unconfirmed) {
      if (!node.title.contains(language))
        place.at("unconfirmed").complain(Fault::does_not_exist, "there is no title in '" + language + "'");
    }
    if (!format_.languages.empty() && !node.title.empty() && !node.title.contains(format_.languages.front())) {
      place.at("title").complain(Fault::missing,
                                 "lacks the format's first language, '" + format_.languages.front() + "'");
    }
    format_.outline.push_back(node);
  }

  domain::Format& format_;
  std::set<std::string> keys_;
  bool annexes_begun_ = false;
  bool complained_ = false;
};

}  // namespace

void read_outline(const YamlPlace& place, domain::Format& format) {
  if (!place.defined()) return place.complain(Fault::missing, "is missing: the list of the report's sections");
  OutlineReader(format).read_children(place, nullptr);
  const bool any_text = std::ranges::find(format.outline, NodeKind::text, &OutlineNode::kind) != format.outline.end();
  if (!any_text) place.complain(Fault::too_few, "has no section with a text");
}

domain::WordLimit read_limit(const YamlPlace& place) {
  domain::WordLimit limit;
  if (!place.defined() || !place.map_of({"words", "warn_percent", "block"})) return limit;
  limit.words = place.at("words").number(0, 1'000'000);
  limit.warn_percent = place.at("warn_percent").number(90, 100);
  limit.block = place.at("block").flag(false);
  return limit;
}

std::optional<domain::RelativeDay> read_day(const YamlPlace& place) {
  if (!place.defined()) return std::nullopt;
  const std::string text = place.text();
  auto day = domain::parse_relative_day(text);
  if (!day)
    place.complain(Fault::wrong_form,
                   "'" + text + "' is not a day counted from the forum, such as T-12w, T-3d or T+4w");
  return day;
}

}  // namespace usecases
