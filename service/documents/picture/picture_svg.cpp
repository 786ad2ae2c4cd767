// SVG: read without trust, and written anew from what is known to be harmless.
#include <algorithm>
#include <array>
#include <optional>

#include "documents/file/foreign_xml.hpp"
#include "documents/picture/picture_readers.hpp"
#include "documents/picture/svg_graph.hpp"
#include "documents/picture/svg_numbers.hpp"
#include "documents/picture/svg_style.hpp"
#include "documents/picture/svg_values.hpp"
#include "documents/picture/svg_words.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr const char* kNamespace = "http://www.w3.org/2000/svg";
constexpr std::size_t kMostChanges = 20;
constexpr std::size_t kMostElements = 200'000;
constexpr double kLargestSvg = 2'000;  // pixels a side: what is larger is shown this large

pugi::xml_document read_drawing(std::string_view content) {
  try {
    return read_foreign_xml(content, say("The SVG"), true);
  } catch (const domain::Error& error) {
    refuse_picture(error.message());
  }
}

// The picture in the making: the good parts of the tree, and what was left behind.
class SvgCleaner {
 public:
  explicit SvgCleaner(std::string_view content) : source_(read_drawing(content)) {}

  CleanPicture clean() {
    const auto root = source_.document_element();
    if (std::string_view(root.name()) != "svg" || std::string_view(root.attribute("xmlns").value()) != kNamespace) {
      refuse_picture(say("This is XML, but not an SVG picture: it must begin with <svg xmlns=\"{0}\">.", kNamespace));
    }
    picture_.kind = PictureKind::svg;
    picture_.size = size_of(root);
    copy(root, target_);
    check_shown(target_.document_element());
    target_.document_element().remove_attribute("xmlns");
    target_.document_element().prepend_attribute("xmlns").set_value(kNamespace);
    Writer writer{picture_.bytes};
    target_.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(picture_);
  }

 private:
  struct Writer : pugi::xml_writer {
    explicit Writer(std::string& text) : out(text) {}
    void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
    std::string& out;
  };

  void left_out(const std::string& what) {
    checked(what.c_str());
    if (picture_.changes.size() < kMostChanges) note_change(picture_, what + " taken out");
  }

  // No deeper than read_foreign_xml lets a file be.
  void copy(pugi::xml_node from, pugi::xml_node to) {  // NOLINT(misc-no-recursion)
    std::string name = from.name();
    if (name == "a") name = std::string_view(to.name()).starts_with('t') ? "tspan" : "g";  // what a link shows stays
    if (name == "switch") return copy_switch(from, to);
    if (!is_svg_element(name) || wants_more(from)) return left_out("'" + beginning(name) + "'");
    if (name == "style") return copy_style(from, to);
    auto made = element(from, to, name);
    for (const auto& child : from.children()) {
      if (child.type() == pugi::node_element) copy(child, made);
      if (is_text(child)) made.append_child(pugi::node_pcdata).set_value(checked(child.value()));
    }
  }

  pugi::xml_node element(pugi::xml_node from, pugi::xml_node to, const std::string& name) {
    if (++elements_ > kMostElements)
      refuse_picture(say("The SVG has too many elements: at most 200000 are accepted. Save it as a PNG."));
    auto made = to.append_child(name.c_str());
    for (const auto& attribute : from.attributes()) copy(attribute, made);
    return made;
  }

  // It is only for programs that can do more than draw.
  static bool wants_more(pugi::xml_node node) { return *node.attribute("requiredExtensions").value() != '\0'; }

  // Of several ways to show the same, the first that can be drawn; one for all languages before those for some.
  void copy_switch(pugi::xml_node from, pugi::xml_node to) {  // NOLINT(misc-no-recursion)
    auto made = element(from, to, std::string_view(to.name()).starts_with('t') ? "tspan" : "g");
    pugi::xml_node chosen;
    for (const auto& branch : from.children()) {
      if (branch.type() != pugi::node_element) continue;
      const std::string name = branch.name();
      const bool drawable = is_svg_element(name) || name == "a" || name == "switch";
      if (!drawable || wants_more(branch)) continue;
      const bool for_some = !std::string_view(branch.attribute("systemLanguage").value()).empty();
      if (!for_some || !chosen) chosen = branch;
      if (!for_some) break;
    }
    if (!chosen) return left_out("a 'switch' of which nothing can be drawn (words in HTML: save them as plain text)");
    copy(chosen, made);
    left_out("all branches of a 'switch' but the first that can be drawn");
  }

  static const char* checked(const char* text) {
    if (!is_xml_text(text)) refuse_picture(say("The SVG contains bytes that are not UTF-8, or control characters."));
    return text;
  }

  static bool is_text(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  }

  void copy_style(pugi::xml_node from, pugi::xml_node to) {
    std::string sheet;
    for (const auto& child : from.children()) {
      if (is_text(child)) sheet += child.value();
    }
    if (!is_harmless_style(sheet)) return left_out("a style sheet that loads something");
    const std::string kept = clean_sheet(sheet, [this](const std::string& what) { left_out(what); });
    if (!kept.empty()) to.append_child("style").append_child(pugi::node_pcdata).set_value(checked(kept.c_str()));
  }

  void copy(const pugi::xml_attribute& attribute, pugi::xml_node to) {
    std::string_view name = attribute.name();
    const std::string_view value = attribute.value();
    if (name == "xlink:href") name = "href";
    if (name.starts_with("xmlns:") || name == "xlink:type") return;  // they show nothing
    if (name == "href") {
      if (value.empty() || value.front() != '#') return left_out("a link to elsewhere");
    } else if (!is_svg_attribute(name)) {
      return left_out("'" + beginning(attribute.name()) + "'");
    } else if (!is_harmless_style(value)) {
      return left_out("a style that loads something");
    }
    const std::string kept(name);
    if (to.attribute(kept.c_str())) return;
    const auto clean = name == "style" ? std::optional(clean_style(value)) : svg_value(name, value);
    if (!clean) return left_out("'" + kept + "' of the value '" + beginning(value) + "'");
    if (*clean != value && name == "d") left_out("the end of a path, from a fault on,");
    if (*clean != value && name != "d" && name != "style") note_change(picture_, "'" + kept + "' written as a number");
    if (!clean->empty() || name != "style") to.append_attribute(kept.c_str()).set_value(checked(clean->c_str()));
  }

  std::string clean_style(std::string_view text) {
    return written(clean_declarations(text, [this](const std::string& what) { left_out(what); }));
  }

  // For a message; no half of a character.
  static std::string beginning(std::string_view value) {
    constexpr std::size_t kShown = 40;
    auto end = std::min(value.size(), kShown);
    while (end < value.size() && end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80) --end;
    return checked(std::string(value.substr(0, end)).c_str()) + std::string(end < value.size() ? "..." : "");
  }

  // As shown on a screen: width and height, else the shape of the view box.
  static PictureSize size_of(pugi::xml_node root) {
    auto width = svg_length(root.attribute("width").value());
    auto height = svg_length(root.attribute("height").value());
    if (!width || !height) {
      const auto box = view_box(root.attribute("viewBox").value());
      if (width) height = *width * box[1] / box[0];
      if (!width && height) width = *height * box[0] / box[1];
      if (!width) width = box[0];
      if (!height) height = box[1];
    }
    const double shrink = std::min(1.0, kLargestSvg / std::max(*width, *height));
    const auto pixels = [&](double length) { return static_cast<std::uint32_t>(std::max(1.0, length * shrink)); };
    return {pixels(*width), pixels(*height)};
  }

  // Width and height.
  static std::array<double, 2> view_box(std::string_view text) {
    if (!svg_value("viewBox", text) || text.empty()) {
      refuse_picture(
          say("The SVG does not say how large it is: its first element needs a width and a height, or a viewBox."));
    }
    const auto numbers = *read_lengths(text);
    return {numbers[2].number, numbers[3].number};
  }

  pugi::xml_document source_;
  pugi::xml_document target_;
  CleanPicture picture_;
  std::size_t elements_ = 0;
};

}  // namespace

CleanPicture read_svg(std::string_view content) { return SvgCleaner(content).clean(); }

}  // namespace documents
