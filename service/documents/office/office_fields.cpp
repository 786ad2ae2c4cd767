#include "documents/office/office_fields.hpp"

#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {
namespace {

std::string field_part(const std::string& kind) { return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>"; }

}  // namespace

std::string word_run(std::string_view language, std::string_view text, std::string_view style) {
  std::string looks;
  if (!style.empty()) looks += "<w:rStyle w:val=\"" + std::string(style) + "\"/>";
  if (!language.empty()) looks += word_language(language);
  return "<w:r>" + (looks.empty() ? "" : "<w:rPr>" + looks + "</w:rPr>") + "<w:t xml:space=\"preserve\">" +
         pandoc::xml(text) + "</w:t></w:r>";
}

std::string word_field_begin(const std::string& instruction, bool out_of_date) {
  return (out_of_date ? "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>" : field_part("begin")) +
         "<w:r><w:instrText xml:space=\"preserve\"> " + instruction + " </w:instrText></w:r>" + field_part("separate");
}

std::string word_field_end() { return field_part("end"); }

std::string word_field(const std::string& instruction, const std::string& shown) {
  return word_field_begin(instruction, false) + shown + word_field_end();
}

std::string word_bookmark(int number, const std::string& name, const std::string& inside) {
  const std::string id = " w:id=\"" + std::to_string(number) + "\"";
  return "<w:bookmarkStart" + id + " w:name=\"" + name + "\"/>" + inside + "<w:bookmarkEnd" + id + "/>";
}

}  // namespace documents
