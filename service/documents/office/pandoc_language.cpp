#include "documents/office/pandoc_language.hpp"

#include "domain/basis/language.hpp"
#include "domain/basis/written_language.hpp"

namespace documents {

using pandoc::Json;

namespace {

// How the words that come next look. Word's schema wants the marks in this order.
struct Look {
  const char* style = "";
  bool bold = false;
  bool italic = false;
  bool struck = false;
  bool raised = false;
};

bool* mark_of(std::string_view type, Look& look) {
  if (type == "Emph") return &look.italic;
  if (type == "Strong") return &look.bold;
  if (type == "Strikeout") return &look.struck;
  return type == "Superscript" ? &look.raised : nullptr;
}

class WordRuns {
 public:
  explicit WordRuns(std::string_view language) : language_(language) {}

  Json write(const Json& inlines, Look look) {
    Json out = Json::array();
    std::string text;
    for (const auto& one : inlines) {
      const std::string& type = one["t"].get_ref<const std::string&>();
      if (type == "Str") {
        text += one["c"].get_ref<const std::string&>();
      } else if (type == "Space" || type == "SoftBreak") {
        text += ' ';
      } else {
        close(out, text, look);
        pandoc::append(out, other(type, one, look));
      }
    }
    close(out, text, look);
    return out;
  }

 private:
  void close(Json& out, std::string& text, const Look& look) const {
    if (!text.empty()) out.push_back(run(text, look));
    text.clear();
  }

  // Notes and what is raw already are left alone: a note's text was marked when it was written.
  Json other(const std::string& type, const Json& element, Look look) {
    if (bool* mark = mark_of(type, look)) {
      *mark = true;
      return write(element["c"], look);
    }
    if (type == "Code") {
      look.style = "VerbatimChar";
      return Json::array({run(element["c"][1].get<std::string>(), look)});
    }
    Json copy = element;
    if (type == "Link") {
      look.style = "Hyperlink";
      copy["c"][1] = write(element["c"][1], look);
    }
    return Json::array({std::move(copy)});
  }

  Json run(const std::string& text, const Look& look) const {
    std::string markup = "<w:r><w:rPr>";
    if (*look.style != '\0') markup += std::string("<w:rStyle w:val=\"") + look.style + "\"/>";
    if (look.bold) markup += "<w:b/>";
    if (look.italic) markup += "<w:i/>";
    if (look.struck) markup += "<w:strike/>";
    if (look.raised) markup += "<w:vertAlign w:val=\"superscript\"/>";
    markup += word_language(language_) + "</w:rPr><w:t xml:space=\"preserve\">";
    return pandoc::raw_inline("openxml", markup + pandoc::xml(text) + "</w:t></w:r>");
  }

  std::string_view language_;
};

// Pandoc takes no direction of a part into OpenDocument; so letters that are not seen keep the words and their stops
// together (UAX 9: isolates).
void isolate(Json& inlines, std::string_view direction) {
  inlines.insert(inlines.begin(), pandoc::string(direction == "rtl" ? "\u2067" : "\u2066"));
  inlines.push_back(pandoc::string("\u2069"));
}

}  // namespace

std::string word_language(std::string_view language) {
  if (const auto chinese = word_chinese(language); !chinese.empty()) return "<w:lang w:eastAsia=\"" + chinese + "\"/>";
  const std::string tag = pandoc::xml(language);
  return domain::runs_from_right(language) ? "<w:rtl/><w:lang w:bidi=\"" + tag + "\"/>"
                                           : "<w:lang w:val=\"" + tag + "\"/>";
}

std::string word_chinese(std::string_view language) {
  if (domain::primary_language(language) != "zh") return "";
  return domain::script_of(language) == "Hant" ? "zh-TW" : "zh-CN";
}

std::string word_direction(std::string_view language) { return domain::runs_from_right(language) ? "<w:bidi/>" : ""; }

std::string PandocLanguage::direction_of(std::string_view language) const {
  const bool from_right = domain::runs_from_right(language);
  if (!is_other(language) || from_right == domain::runs_from_right(document_)) return "";
  return from_right ? "rtl" : "ltr";
}

Json PandocLanguage::line(std::string_view language, Json inlines) const {
  if (!is_other(language) || inlines.empty()) return inlines;
  if (format_ == OfficeFormat::docx) return WordRuns(language).write(inlines, {});
  if (const std::string direction = direction_of(language); !direction.empty()) isolate(inlines, direction);
  return Json::array({pandoc::span({.id = {}, .style = {}, .language = std::string(language)}, std::move(inlines))});
}

}  // namespace documents
