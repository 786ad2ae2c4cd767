// SVG: read without trust, and written anew from what is known to be harmless.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <vector>

#include "render/foreign_xml.hpp"
#include "render/picture_readers.hpp"
#include "render/svg_words.hpp"

namespace render {
namespace {

constexpr const char* kNamespace = "http://www.w3.org/2000/svg";
constexpr std::size_t kMostChanges = 20;
constexpr std::uint64_t kMostShown = 200'000;  // elements, each <use> counted with what it shows
constexpr double kLargestSvg = 2'000;          // pixels a side: what is larger is shown this large

// The picture in the making: the good parts of the tree, and what was left behind.
class SvgCleaner {
 public:
  explicit SvgCleaner(std::string_view content) : source_(read_foreign_xml(content, "The SVG", true)) {}

  CleanPicture clean() {
    const auto root = source_.document_element();
    if (std::string_view(root.name()) != "svg" || std::string_view(root.attribute("xmlns").value()) != kNamespace) {
      refuse_picture("This is XML, but no SVG picture: it must begin with <svg xmlns=\"" + std::string(kNamespace) +
                     "\">.");
    }
    picture_.kind = PictureKind::svg;
    picture_.size = size_of(root);
    copy(root, target_);
    check_uses(target_.document_element());
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
    if (picture_.changes.size() < kMostChanges) note_change(picture_, what + " taken out");
  }

  // No deeper than read_foreign_xml lets a file be.
  void copy(pugi::xml_node from, pugi::xml_node to) {  // NOLINT(misc-no-recursion)
    std::string name = from.name();
    if (name == "a") name = std::string_view(to.name()).starts_with('t') ? "tspan" : "g";  // what a link shows stays
    if (!is_svg_element(name)) return left_out("'" + name.substr(0, 40) + "'");
    if (name == "style") return copy_style(from, to);
    auto made = to.append_child(name.c_str());
    for (const auto& attribute : from.attributes()) copy(attribute, made);
    for (const auto& child : from.children()) {
      if (child.type() == pugi::node_element) copy(child, made);
      if (is_text(child)) made.append_child(pugi::node_pcdata).set_value(checked(child.value()));
    }
  }

  static const char* checked(const char* text) {
    if (!is_xml_text(text)) refuse_picture("The SVG holds bytes that are no UTF-8, or control characters.");
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
    to.append_child("style").append_child(pugi::node_pcdata).set_value(checked(sheet.c_str()));
  }

  void copy(const pugi::xml_attribute& attribute, pugi::xml_node to) {
    std::string_view name = attribute.name();
    const std::string_view value = attribute.value();
    if (name == "xlink:href") name = "href";
    if (name.starts_with("xmlns:") || name == "xlink:type") return;  // they show nothing
    if (name == "href") {
      if (value.empty() || value.front() != '#') return left_out("a link to elsewhere");
    } else if (!is_svg_attribute(name)) {
      return left_out("'" + std::string(attribute.name()).substr(0, 40) + "'");
    } else if (!is_harmless_style(value)) {
      return left_out("a style that loads something");
    }
    const std::string kept(name);
    if (!to.attribute(kept.c_str())) to.append_attribute(kept.c_str()).set_value(checked(attribute.value()));
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
  static std::array<double, 2> view_box(const char* text) {
    std::array<double, 4> numbers{};
    const char* at = text;
    for (double& number : numbers) {
      while (*at == ',' || *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r') ++at;
      char* end = nullptr;
      number = std::strtod(at, &end);
      if (end == at) number = 0;
      at = end;
    }
    const bool whole = std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); });
    if (!whole || numbers[2] <= 0 || numbers[3] <= 0) {
      refuse_picture(
          "The SVG does not say how large it is: its first element needs a width and a height, or a viewBox.");
    }
    return {numbers[2], numbers[3]};
  }

  // A few elements that show each other again and again could keep a reader's machine busy for ever.
  void check_uses(pugi::xml_node root) {
    const auto collect = [this](pugi::xml_node node) { by_id_.emplace(node.attribute("id").value(), node); };
    struct Walker : pugi::xml_tree_walker {
      explicit Walker(decltype(collect)& each) : visit(each) {}
      bool for_each(pugi::xml_node& node) override { return visit(node), true; }
      decltype(collect)& visit;
    } walker(collect);
    root.traverse(walker);
    shown_by(root, 0);
  }

  std::uint64_t shown_by(pugi::xml_node node, int depth) {  // NOLINT(misc-no-recursion)
    const auto known = shown_.find(node.internal_object());
    if (known != shown_.end()) return known->second;
    if (depth > 2 * kDeepestXml || !open_.insert(node.internal_object()).second) {
      refuse_picture("The SVG shows a part of itself within that part.");
    }
    std::uint64_t count = 1;
    for (const auto& child : node.children()) count += shown_by(child, depth + 1);
    if (const std::string_view target = node.attribute("href").value(); target.size() > 1) {
      const auto found = by_id_.find(std::string(target.substr(1)));
      if (found != by_id_.end()) count += shown_by(found->second, depth + 1);
    }
    if (count > kMostShown) refuse_picture("The SVG has too many elements: save it as a PNG.");
    open_.erase(node.internal_object());
    return shown_[node.internal_object()] = count;
  }

  pugi::xml_document source_;
  pugi::xml_document target_;
  CleanPicture picture_;
  std::map<std::string, pugi::xml_node> by_id_;
  std::map<const void*, std::uint64_t> shown_;
  std::set<const void*> open_;
};

}  // namespace

CleanPicture read_svg(std::string_view content) { return SvgCleaner(content).clean(); }

}  // namespace render
