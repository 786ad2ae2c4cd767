// XLIFF 2.0 that came back from a translator's tool. Extensions and modules are overlooked; segments that a tool made
// of one unit are put together again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/translation/translation_units.hpp"
#include "domain/basis/message.hpp"

namespace documents {

// A part of a segment, with the id of its code as it stands in the file.
struct XliffPart {
  PartKind kind = PartKind::text;
  std::string text;  // or the id
};
using XliffParts = std::vector<XliffPart>;

struct XliffReadUnit {
  std::string id;
  XliffParts source;
  std::optional<XliffParts> target;  // nothing: a segment of it has none, or an empty one
  bool initial = false;              // a segment is marked so, or not marked
  domain::Message fault;             // in words; empty: it was understood
};

struct XliffReadFile {
  std::string id;
  std::string original;
  std::vector<XliffReadUnit> units;
};

struct XliffContent {
  std::string source_language;
  std::string target_language;
  std::vector<XliffReadFile> files;
};

// Errors: invalid, of the kinds invalid_xml (foreign_xml.hpp, well_formed.hpp), and invalid_xliff where it is no
// XLIFF 2.0 or 2.1, has no file, no target language, or one id twice, or is too large.
XliffContent read_xliff(const std::string& xml);

// The parts of a target in the numbers of a unit's codes; white space at its ends is left out. Fault: what is wrong
// with it, in words.
struct Target {
  UnitParts parts;
  domain::Message fault;
};
Target fit_target(const XliffParts& parts, const TextUnit& unit);

// The bare text, white space as single spaces; empty where nothing of it is seen.
std::string plain_text(const XliffParts& parts);

}  // namespace documents
