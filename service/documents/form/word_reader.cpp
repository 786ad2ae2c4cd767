#include "documents/form/word_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "documents/form/form_guard.hpp"
#include "documents/form/word_lines.hpp"
#include "documents/form/word_table.hpp"
#include "documents/text/word_joins.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

using Json = nlohmann::json;
using Kind = RichBlock::Kind;

bool is_paragraph(const std::string& type) { return type == "Para" || type == "Plain"; }

// Stands for a rule between paragraphs, which pandoc does not find in a Word file.
bool is_rule(const RichLine& line) {
  std::string stars = letters_of(line);
  std::erase(stars, ' ');
  return stars == "***";
}

// The reader goes into what it reads by recursion; Word's nine levels of lists are far from this.
constexpr int kDeepest = 800;

int depth_of(std::string_view json) {
  int depth = 0;
  int deepest = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') in_text = !in_text;
    if (in_text && c == '\\') ++i;
    if (in_text) continue;
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if (c == ']' || c == '}') --depth;
  }
  return deepest;
}

std::string style_of(const Json& attributes, const std::string& otherwise) {
  for (const Json& pair : attributes.at(2)) {
    if (pair.at(0).get<std::string>() == "custom-style") return pair.at(1).get<std::string>();
  }
  return otherwise;
}

class WordReader {
 public:
  WordReader() : lines_([this](const Json& blocks) { return read_inside(blocks); }) {}

  std::vector<WordBlock> read(const Json& blocks) {
    read_top(blocks, "");
    if (found_.empty() && !lines_.comments().empty()) found_.emplace_back();
    for (const auto& [place, comment] : lines_.comments()) {
      found_[std::min(place, found_.size() - 1)].comments.push_back(comment);
    }
    return std::move(found_);
  }

 private:
  void read_top(const Json& blocks, const std::string& style) {
    for (const Json& block : blocks) {
      if (block.at("t").get<std::string>() == "Div") {
        const Json& content = block.at("c");
        read_top(content.at(1), style_of(content.at(0), style));
        continue;
      }
      lines_.set_place(found_.size());
      std::vector<RichBlock> read;
      read_block(read, block);
      if (read.empty()) continue;
      for (auto& one : read) found_.push_back({style, std::move(one), {}, ""});
      found_.back().flattened = lines_.take_flattened();
    }
  }

  std::vector<RichBlock> read_inside(const Json& blocks) {
    std::vector<RichBlock> out;
    for (const Json& block : blocks) read_block(out, block);
    return out;
  }

  void paragraph(std::vector<RichBlock>& out, const Json& inlines) {
    auto line = lines_.read(inlines);
    if (line.empty()) return;
    RichBlock block;
    if (is_rule(line)) {
      block.kind = Kind::rule;
    } else {
      block.line = std::move(line);
    }
    add_block(out, std::move(block));
  }

  // A form shows the headings of a text one level below those of its sections.
  void heading(std::vector<RichBlock>& out, const Json& content) {
    auto line = lines_.read(content.at(2));
    for (RichRun& run : line) {
      if (std::exchange(run.line_break, false)) run.text = " ";
    }
    line = tidy_line(line);
    if (line.empty()) return;
    out.push_back({Kind::heading, std::clamp(content.at(0).get<int>() - 1, 1, 6), std::move(line), {}, {}, {}});
  }

  void list(std::vector<RichBlock>& out, const Json& items, int first) {
    RichBlock block{Kind::list, first, {}, {}, {}, {}};
    for (const Json& item : items) {
      auto inside = read_inside(item);
      if (!inside.empty()) block.parts.push_back(std::move(inside));
    }
    if (!block.parts.empty()) add_block(out, std::move(block));
  }

  void definitions(std::vector<RichBlock>& out, const Json& entries) {
    for (const Json& entry : entries) {
      paragraph(out, entry.at(0));
      for (const Json& one : entry.at(1)) {
        for (const Json& block : one) read_block(out, block);
      }
    }
  }

  void read_block(std::vector<RichBlock>& out, const Json& json) {
    const auto type = json.at("t").get<std::string>();
    if (type == "HorizontalRule") return add_block(out, {Kind::rule, 0, {}, {}, {}, {}});
    if (!json.contains("c")) return;
    const Json& content = json.at("c");
    if (is_paragraph(type)) return paragraph(out, content);
    if (type == "Header") return heading(out, content);
    if (type == "BulletList") return list(out, content, kBullets);
    if (type == "OrderedList") return list(out, content.at(1), content.at(0).at(0).get<int>());
    if (type == "CodeBlock")
      return add_block(out, {Kind::code, 0, {}, unguarded(content.at(1).get<std::string>()), {}, {}});
    if (type == "DefinitionList") return definitions(out, content);
    if (type == "Table") {
      return word_table(out, content, [this](const Json& blocks) { return read_inside(blocks); });
    }
    if (type == "BlockQuote") {
      auto inside = read_inside(content);
      if (!inside.empty()) add_block(out, {Kind::quote, 0, {}, {}, {std::move(inside)}, {}});
      return;
    }
    // What holds blocks behind its attributes, and perhaps a caption.
    if (type == "Div" || type == "Figure") {
      for (const Json& block : content.back()) read_block(out, block);
    }
  }

  WordLines lines_;
  std::vector<WordBlock> found_;
};

// The blocks before, between and behind the cuts. What stands behind the last one is there only where it is not empty.
std::vector<Json> cut_at(Json& blocks, const std::string& cut) {
  const Json mark{{"t", "Para"}, {"c", Json::array({{{"t", "Str"}, {"c", cut}}})}};
  std::vector<Json> parts(1, Json::array());
  for (Json& block : blocks) {
    if (block == mark) {
      parts.push_back(Json::array());
    } else {
      parts.back().push_back(std::move(block));
    }
  }
  if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
  return parts;
}

}  // namespace

void refuse_unreadable() {
  throw domain::Error(domain::ErrorCode::invalid, "unreadable_docx",
                      say("The file cannot be read as a Word document. Open it in Word or LibreOffice, save it again "
                          "as DOCX, and send that."));
}

std::vector<std::vector<WordBlock>> read_words(const std::string& pandoc_json, const std::string& cut) {
  try {
    if (depth_of(pandoc_json) > kDeepest) refuse_unreadable();
    Json tree = Json::parse(pandoc_json);
    std::vector<std::vector<WordBlock>> read;
    for (Json& blocks : cut_at(tree.at("blocks"), cut)) {
      join_deleted_ends(blocks);
      read.push_back(WordReader().read(blocks));
    }
    return read;
  } catch (const Json::exception&) {
    refuse_unreadable();
  }
}

std::vector<WordBlock> read_word(const std::string& pandoc_json) {
  auto read = read_words(pandoc_json, "");
  return std::move(read.front());
}

}  // namespace documents
