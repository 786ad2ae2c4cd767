#include "usecases/forms/docx_check.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "documents/file/foreign_xml.hpp"
#include "documents/file/zip_reader.hpp"
#include "domain/basis/error.hpp"

namespace usecases {
namespace {

using domain::say;

constexpr std::string_view kOleHead = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kMainType = "wordprocessingml.document.main+xml";
constexpr std::array<std::string_view, 3> kMacros{"vbaproject", "vbadata", "macroenabled"};
// What programs keep in folders and links of these names is theirs, whatever is in it.
constexpr std::array<std::string_view, 3> kForeignFolders{"/embeddings/", "/activex/", "/media/"};
constexpr std::array<std::string_view, 7> kForeignLinks{
    "/oleobject", "/package", "/control", "/activexcontrolbinary", "/afchunk", "/image", "/subdocument"};

[[noreturn]] void refuse(const char* kind, const domain::Message& message) {
  throw domain::Error(domain::ErrorCode::invalid, kind, message);
}

[[noreturn]] void refuse_damaged() {
  refuse("not_a_docx",
         say("This is not a DOCX file, or a damaged one. Save the form as DOCX in Word or LibreOffice and send that."));
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool has_any(const std::string& text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// Nothing would run them here; but who opens the file next might.
void refuse_macros(const std::string& name) {
  if (!has_any(lower(name), kMacros)) return;
  refuse("docx_macros", say("The file contains macros. Save it as a DOCX without macros, and send that."));
}

[[noreturn]] void refuse_archive(const documents::ArchiveRefusal& refusal) {
  using documents::ArchiveFault;
  const std::string part = "'" + refusal.file() + "'";
  switch (refusal.fault()) {
    case ArchiveFault::encrypted:
      refuse("encrypted_docx", say("The file is protected by a password. Remove the protection and send it again."));
    case ArchiveFault::too_many_files:
      refuse("docx_too_large", say("The file has too many parts; at most {0} are allowed.", kMostDocxParts));
    case ArchiveFault::too_large:
      refuse("docx_too_large",
             say("Uncompressed, the file would be far larger than a form is. Send the form as Word saved it."));
    case ArchiveFault::larger_than_said:
      refuse("docx_too_large", say("A part of the file ({0}) is larger than the file says, or damaged.", part));
    case ArchiveFault::unsafe_name:
      refuse("docx_unsafe_path", say("The file names a part {0} that would lie outside it.", part));
    case ArchiveFault::name_twice:
      refuse("docx_unsafe_path", say("The file has the part {0} twice.", part));
    case ArchiveFault::damaged:
      refuse_damaged();
  }
  refuse_damaged();
}

// Macros are told by names alone, before anything is unpacked.
documents::NamedFiles unpack_docx(const std::string& bytes) {
  try {
    const documents::ArchiveReader archive(bytes, {.bytes = kMostDocxBytes, .files = kMostDocxParts});
    for (const auto& part : archive.files()) refuse_macros(part.name);
    return archive.unpack_all();
  } catch (const documents::ArchiveRefusal& refusal) {
    refuse_archive(refusal);
  }
}

// Every part that is XML, whatever its name says of it.
pugi::xml_document read_part(const std::string& name, const std::string& xml) {
  if (xml.find("<!DOCTYPE") != std::string::npos) {
    refuse("docx_entities",
           say("A part of the file ('{0}') declares a document type or entities, which Word never does.", name));
  }
  try {
    return documents::read_foreign_xml(xml, say("The part '{0}' of the file", name));
  } catch (const domain::Error& error) {
    refuse("docx_entities", error.message());
  }
}

bool is_xml(const std::string& name, std::string_view content) {
  if (name.ends_with(".xml") || name.ends_with(".rels")) return true;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  using namespace std::string_view_literals;
  return content.starts_with("<?xml") || content.starts_with("\xFF\xFE<\0"sv) || content.starts_with("\xFE\xFF\0<"sv);
}

bool is_foreign(const std::string& name) { return has_any(lower(name), kForeignFolders); }

// "word/_rels/document.xml.rels" and "../a/b.bin" -> "a/b.bin"
std::string part_named(const std::string& links, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  std::string folder = links.substr(0, std::min(links.rfind("_rels/"), links.size()));
  for (; target.starts_with("../"); target.erase(0, 3)) {
    if (!folder.empty()) folder.pop_back();
    folder.erase(folder.rfind('/') + 1);
  }
  return folder + target;
}

// Names, in small letters, of the parts to which links of other programs lead.
void add_foreign(std::set<std::string>& names, const std::string& links, const pugi::xml_document& document) {
  for (const auto& link : document.document_element()) {
    const std::string type = lower(link.attribute("Type").value());
    refuse_macros(type);
    const bool foreign = std::ranges::any_of(kForeignLinks, [&](auto kind) { return type.ends_with(kind); });
    if (foreign) names.insert(lower(part_named(links, link.attribute("Target").value())));
  }
}

void leave_out_foreign(documents::NamedFiles& parts) {
  std::erase_if(parts, [](const auto& part) { return is_foreign(part.first); });
  std::set<std::string> names;
  for (const auto& [name, content] : parts) {
    if (name.ends_with(".rels")) add_foreign(names, name, read_part(name, content));
  }
  std::erase_if(parts, [&](const auto& part) { return names.contains(lower(part.first)); });
}

void check_types(const pugi::xml_document& types) {
  bool word = false;
  for (const auto& one : types.document_element()) {
    const std::string type = lower(one.attribute("ContentType").value());
    refuse_macros(type);
    word = word || type.find(kMainType) != std::string::npos;
  }
  if (!word) refuse("not_a_docx", say("The file is not a DOCX. Save the form as DOCX and send that."));
}

}  // namespace

documents::NamedFiles read_docx(const std::string& bytes) {
  if (bytes.starts_with(kOleHead)) {
    refuse("encrypted_docx", say("The file is protected by a password, or was saved by a Word older than 2007. Save it "
                                 "as DOCX without a password."));
  }
  if (!bytes.starts_with("PK")) refuse_damaged();
  documents::NamedFiles parts = unpack_docx(bytes);
  const auto types = parts.find("[Content_Types].xml");
  if (types == parts.end()) refuse_damaged();
  check_types(read_part(types->first, types->second));
  leave_out_foreign(parts);
  for (const auto& [name, content] : parts) {
    if (is_xml(name, content)) read_part(name, content);
  }
  return parts;
}

}  // namespace usecases
