#include "documents/report/numbering.hpp"

namespace documents {

int Numbering::add(Numbered numbered) {
  auto& all = numbered.kind == CaptionKind::table ? tables_ : figures_;
  const Place place{numbered.kind, all.size()};
  numbered.number = static_cast<int>(all.size()) + 1;
  by_node_[numbered.node] = place;
  if (numbered.caption != nullptr) by_node_[numbered.caption] = place;
  if (!numbered.name.empty()) {
    by_name_.try_emplace(numbered.name, place);
    by_own_name_.try_emplace({numbered.part, numbered.name}, place);
  }
  all.push_back(std::move(numbered));
  return all.back().number;
}

const Numbered* Numbering::at(const cmark_node* node) const {
  const auto found = by_node_.find(node);
  return found == by_node_.end() ? nullptr : &at(found->second);
}

const Numbered* Numbering::named(const ReportPart& part, const std::string& name) const {
  if (const auto own = by_own_name_.find({&part, name}); own != by_own_name_.end()) return &at(own->second);
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &at(found->second);
}

}  // namespace documents
