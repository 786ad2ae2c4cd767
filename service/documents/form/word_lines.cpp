#include "documents/form/word_lines.hpp"

#include <algorithm>
#include <string_view>

#include "documents/form/form_guard.hpp"
#include "documents/text/excerpt.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/picture_words.hpp"
#include "documents/text/raised_letters.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

using Json = nlohmann::json;

constexpr std::size_t kMostRuns = 300'000;    // of a paragraph
constexpr std::size_t kMostComments = 2'000;  // of a file
constexpr std::size_t kMostWords = 80;        // characters of what a comment is about

[[noreturn]] void refuse_too_large(const domain::Message& what) {
  throw domain::Error(domain::ErrorCode::invalid, "docx_too_large",
                      say("The file contains more than a form does: {0}", what));
}

bool has_class(const Json& attributes, std::string_view name) {
  return std::ranges::any_of(attributes.at(1), [&](const Json& one) { return one.get<std::string>() == name; });
}

std::string attribute(const Json& attributes, std::string_view name) {
  for (const Json& pair : attributes.at(2)) {
    if (pair.at(0).get<std::string>() == name) return pair.at(1).get<std::string>();
  }
  return "";
}

// "http://example.org/" -> "http://example.org": some word processors add the slash, others take it away.
std::string plain_target(const std::string& target) {
  if (!is_allowed_target(target)) return "";
  std::string encoded = encode_target(target);
  const auto host = encoded.find("://");
  if (host != std::string::npos && encoded.find('/', host + 3) == encoded.size() - 1) encoded.pop_back();
  return encoded;
}

// An address that is written out is a link, in Markdown as here.
RichLine with_addresses(const RichLine& line) {
  RichLine out;
  for (const RichRun& run : line) {
    std::string_view rest = run.text;
    const bool may_hold = run.is_text() && !run.code && run.link.empty();
    for (auto found = find_address(rest); may_hold && found.length != 0; found = find_address(rest)) {
      RichRun part = run;
      part.text = rest.substr(0, found.begin);
      if (!part.text.empty()) out.push_back(part);
      part.text = rest.substr(found.begin, found.length);
      part.link = plain_target(part.text);
      out.push_back(part);
      rest.remove_prefix(found.begin + found.length);
    }
    RichRun last = run;
    last.text = rest;
    if (!last.is_text() || !last.text.empty()) out.push_back(std::move(last));
  }
  return out;
}

RichRun with_text(const RichRun& run, std::string_view text) {
  RichRun part = run;
  part.text = text;
  return part;
}

// The words with which a text places a picture.
RichLine with_pictures(const RichLine& line) {
  RichLine out;
  for (const RichRun& run : line) {
    std::string_view rest = run.text;
    while (const auto found = run.is_text() && !run.code ? find_picture(rest) : std::nullopt) {
      if (found->begin != 0) out.push_back(with_text(run, rest.substr(0, found->begin)));
      RichRun picture;
      picture.text = found->picture.alternative;
      picture.picture = found->picture.name;
      picture.caption = found->picture.caption;
      out.push_back(std::move(picture));
      rest.remove_prefix(found->end);
    }
    if (!run.is_text() || !rest.empty()) out.push_back(with_text(run, rest));
  }
  return out;
}

RichRun changed(RichRun look, bool RichRun::*mark) {
  look.*mark = true;
  return look;
}

}  // namespace

RichLine WordLines::read(const Json& inlines) {
  RichLine line;
  read_all(line, inlines, {});
  if (line.size() > kMostRuns) refuse_too_large(say("a paragraph with thousands of differently formatted pieces."));
  line = tidy_line(line);
  unguard_brackets(line);
  return tidy_line(with_addresses(with_pictures(line)));
}

void WordLines::read_all(RichLine& line, const Json& inlines, const RichRun& look) {
  static const Json none;
  for (const Json& one : inlines) {
    const auto content = one.find("c");
    read_one(line, one.at("t").get<std::string>(), content == one.end() ? none : *content, look);
  }
}

void WordLines::read_one(RichLine& line, const std::string& type, const Json& content, const RichRun& look) {
  if (type == "Str") return add_text(line, content.get<std::string>(), look);
  if (type == "Space" || type == "SoftBreak") return add_text(line, " ", look);
  if (type == "Emph") return read_all(line, content, changed(look, &RichRun::italic));
  if (type == "Strong") return read_all(line, content, changed(look, &RichRun::bold));
  if (type == "Strikeout") return read_all(line, content, changed(look, &RichRun::struck));
  if (type == "Span") return span(line, content, look);
  if (type == "Code" || type == "Math") {
    return add_text(line, content.at(1).get<std::string>(), type == "Code" ? changed(look, &RichRun::code) : look);
  }
  if (type == "Quoted" || type == "Cite") return read_all(line, content.at(1), look);
  if (type == "Link") {
    RichRun linked = look;
    linked.link = plain_target(content.at(2).at(0).get<std::string>());
    return read_all(line, content.at(1), linked);
  }
  if (type == "Superscript" || type == "Subscript") return script(line, type, content, look);
  if (type == "Underline" || type == "SmallCaps") return read_all(line, content, look);
  if (deleted_ > 0) return;
  RichRun run;
  run.line_break = type == "LineBreak";
  if (type == "Note") run.note = read_blocks_(content);
  if (!run.is_text()) line.push_back(std::move(run));
}

// Raised or lowered letters: as they are where Unicode has them.
void WordLines::script(RichLine& line, const std::string& type, const Json& content, const RichRun& look) {
  RichLine inside;
  read_all(inside, content, look);
  for (RichRun& run : inside) {
    if (run.is_text()) {
      std::string text = type == "Superscript" ? raised(run.text) : lowered(run.text);
      if (text.empty() && flattened_.empty()) flattened_ = run.text;
      if (!text.empty()) run.text = std::move(text);
    }
    line.push_back(std::move(run));
  }
}

void WordLines::span(RichLine& line, const Json& content, const RichRun& look) {
  const Json& attributes = content.at(0);
  if (has_class(attributes, "comment-start")) return begin_comment(content);
  if (has_class(attributes, "comment-end")) {
    open_.erase(attribute(attributes, "id"));
    return;
  }
  if (has_class(attributes, "chart") || has_class(attributes, "diagram")) return;
  const int deletion = has_class(attributes, "deletion") ? 1 : 0;
  deleted_ += deletion;
  read_all(line, content.at(1), look);
  deleted_ -= deletion;
}

void WordLines::add_text(RichLine& line, const std::string& text, const RichRun& look) {
  if (deleted_ > 0 || text.empty()) return;
  if (line.empty() || !line.back().is_text() || !line.back().looks_like(look)) line.push_back(look);
  line.back().text += text;
  std::erase_if(open_, [&](const auto& open) { return add_about(comments_[open.second], text); });
}

// Whether there is no room for more.
bool WordLines::add_about(Placed& placed, const std::string& text) {
  std::string& about = placed.comment.about;
  std::string all = about + text;
  about = excerpt(all, kMostWords);
  return about != all;
}

void WordLines::begin_comment(const Json& content) {
  if (comments_.size() >= kMostComments) refuse_too_large(say("thousands of comments."));
  const Json& attributes = content.at(0);
  RichLine said;
  WordLines inside([](const Json&) { return std::vector<RichBlock>(); });
  inside.read_all(said, content.at(1), {});
  const std::string number = attribute(attributes, "id");
  open_[number] = comments_.size();
  comments_.push_back(
      {place_,
       {number, attribute(attributes, "author"), attribute(attributes, "date"), letters_of(tidy_line(said)), ""}});
}

}  // namespace documents
