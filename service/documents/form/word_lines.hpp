// The inside of Word's paragraphs, as pandoc tells it.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "documents/form/rich_text.hpp"
#include "documents/form/word_reader.hpp"

namespace documents {

class WordLines {
 public:
  using Json = nlohmann::json;
  using ReadBlocks = std::function<std::vector<RichBlock>(const Json& blocks)>;  // for footnotes

  explicit WordLines(ReadBlocks read_blocks) : read_blocks_(std::move(read_blocks)) {}

  // Error: domain::Error, invalid "docx_too_large", as for read_word.
  RichLine read(const Json& inlines);

  // Of the lines since it was asked last.
  std::string take_flattened() { return std::exchange(flattened_, {}); }
  struct Placed {
    std::size_t place = 0;
    WordComment comment;
  };
  // Every comment, with the place that was set when it began.
  const std::vector<Placed>& comments() const { return comments_; }
  void set_place(std::size_t place) { place_ = place; }

 private:
  void read_all(RichLine& line, const Json& inlines, const RichRun& look);
  void read_one(RichLine& line, const std::string& type, const Json& content, const RichRun& look);
  void script(RichLine& line, const std::string& type, const Json& content, const RichRun& look);
  void span(RichLine& line, const Json& content, const RichRun& look);
  void add_text(RichLine& line, const std::string& text, const RichRun& look);
  static bool add_about(Placed& placed, const std::string& text);
  void begin_comment(const Json& content);

  ReadBlocks read_blocks_;
  int deleted_ = 0;  // open deletions
  std::string flattened_;
  std::size_t place_ = 0;
  std::vector<Placed> comments_;
  std::map<std::string, std::size_t> open_;  // by Word's number
};

}  // namespace documents
