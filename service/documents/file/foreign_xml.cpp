#include "documents/file/foreign_xml.hpp"

#include <string>

#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

[[noreturn]] void refuse(const domain::Message& what, const domain::Message& why) {
  throw domain::Error(domain::ErrorCode::invalid, "invalid_xml", say("{0} {1}", what, why));
}

class Depth : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& /*node*/) override { return depth() < kDeepestXml; }
};

}  // namespace

pugi::xml_document read_foreign_xml(std::string_view xml, const domain::Message& what, bool keep_space) {
  pugi::xml_document document;
  const unsigned options = pugi::parse_default | pugi::parse_doctype | (keep_space ? pugi::parse_ws_pcdata : 0U);
  const auto result = document.load_buffer(xml.data(), xml.size(), options);
  if (!result) {
    refuse(what, say("is not well-formed XML: near byte {0}, {1}.", result.offset, result.description()));
  }
  for (const pugi::xml_node node : document.children()) {
    if (node.type() != pugi::node_doctype) continue;
    if (std::string_view(node.value()).find('[') != std::string_view::npos) {
      refuse(what, say("declares entities of its own, which is not allowed here."));
    }
  }
  Depth depth;
  if (!document.traverse(depth)) {
    refuse(what, say("is nested more than {0} levels deep.", kDeepestXml));
  }
  return document;
}

}  // namespace documents
