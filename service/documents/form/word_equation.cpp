#include "documents/form/word_equation.hpp"

#include <array>
#include <functional>
#include <map>
#include <string_view>

#include "documents/form/word_nodes.hpp"
#include "documents/text/bare_letters.hpp"
#include "documents/text/raised_letters.hpp"

namespace documents {
namespace {

std::string part_of_equation(const pugi::xml_node& node, std::string_view name) {
  return line_of_equation(word_child(node, name));
}

std::string property_of(const pugi::xml_node& node, std::string_view name, const char* otherwise) {
  const auto property = word_child(word_child(node, std::string(local_name(node)) + "Pr"), name);
  return property ? std::string(word_attribute(property, "val")) : otherwise;
}

// In brackets, unless it is one number or one word.
std::string in_brackets(const std::string& text) {
  return bare_letters(text) == text && !text.empty() ? text : "(" + text + ")";
}

std::string up(const std::string& text) {
  if (text.empty()) return "";
  const std::string small = raised(text);
  return small.empty() ? "^" + in_brackets(text) : small;
}
std::string down(const std::string& text) {
  if (text.empty()) return "";
  const std::string small = lowered(text);
  return small.empty() ? "_" + in_brackets(text) : small;
}

std::string scripts(const pugi::xml_node& node) {
  const std::string ends = down(part_of_equation(node, "sub")) + up(part_of_equation(node, "sup"));
  if (local_name(node) == "sPre") return ends + part_of_equation(node, "e");
  return part_of_equation(node, "e") + ends;
}

std::string fraction(const pugi::xml_node& node) {
  return in_brackets(part_of_equation(node, "num")) + "/" + in_brackets(part_of_equation(node, "den"));
}

std::string root(const pugi::xml_node& node) {
  return up(part_of_equation(node, "deg")) + "√" + in_brackets(part_of_equation(node, "e"));
}

std::string sum(const pugi::xml_node& node) {
  return property_of(node, "chr", "∫") + down(part_of_equation(node, "sub")) + up(part_of_equation(node, "sup")) + " " +
         part_of_equation(node, "e");
}

std::string joined_parts(const pugi::xml_node& node, std::string_view name, const std::string& between) {
  std::string line;
  bool first = true;
  for (const auto& child : node) {
    if (local_name(child) != name) continue;
    line += (first ? "" : between) + line_of_equation(child);
    first = false;
  }
  return line;
}

std::string brackets(const pugi::xml_node& node) {
  return property_of(node, "begChr", "(") + joined_parts(node, "e", property_of(node, "sepChr", "|")) +
         property_of(node, "endChr", ")");
}

std::string function(const pugi::xml_node& node) {
  return part_of_equation(node, "fName") + " " + in_brackets(part_of_equation(node, "e"));
}

std::string matrix(const pugi::xml_node& node) { return "[" + joined_parts(node, "mr", "; ") + "]"; }
std::string matrix_row(const pugi::xml_node& node) { return joined_parts(node, "e", ", "); }
std::string letters(const pugi::xml_node& node) { return node.text().get(); }
std::string nothing(const pugi::xml_node& /*node*/) { return ""; }

using Spell = std::string (*)(const pugi::xml_node&);
const std::map<std::string_view, Spell>& spellings() {
  static const std::map<std::string_view, Spell> all{
      {"f", fraction},    {"sSup", scripts}, {"sSub", scripts}, {"sSubSup", scripts}, {"sPre", scripts},
      {"rad", root},      {"nary", sum},     {"d", brackets},   {"func", function},   {"m", matrix},
      {"mr", matrix_row}, {"t", letters},    {"del", nothing}};
  return all;
}

}  // namespace

std::string line_of_equation(const pugi::xml_node& equation) {
  const auto spelling = spellings().find(local_name(equation));
  if (spelling != spellings().end()) return spelling->second(equation);
  std::string line;
  for (const auto& child : equation) line += line_of_equation(child);
  return line;
}

}  // namespace documents
