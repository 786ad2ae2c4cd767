#include "usecases/docx_check.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "domain/error.hpp"
#include "render/foreign_xml.hpp"
#include "render/zip_directory.hpp"

namespace usecases {
namespace {

constexpr std::string_view kOleHead = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kMainType = "wordprocessingml.document.main+xml";
constexpr std::uint64_t kSmallPart = 1ULL << 20U;

[[noreturn]] void refuse(const char* kind, const std::string& message) {
  throw domain::Error(domain::ErrorCode::invalid, kind, message);
}

[[noreturn]] void refuse_damaged() {
  refuse("not_a_docx",
         "This is no DOCX file, or a damaged one. Save the form as DOCX in Word or LibreOffice and send it.");
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool is_unsafe(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find_first_of("\\:") != std::string::npos) return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string step = name.substr(begin, end - begin);
    if (step == ".." || step == ".") return true;
    begin = end + 1;
  }
  return false;
}

// Told by names alone, before anything is unpacked.
void check_part_name(const std::string& name) {
  if (is_unsafe(name)) refuse("docx_unsafe_path", "The file names a part '" + name + "' that would lie outside of it.");
  const std::string small = lower(name);
  if (small.find("vbaproject") != std::string::npos || small.find("vbadata") != std::string::npos) {
    refuse("docx_macros", "The file holds macros. Save it as a DOCX without macros, and send that.");
  }
  if (small.find("/activex/") != std::string::npos || small.find("oleobject") != std::string::npos) {
    refuse("docx_embedded",
           "The file holds an object of another program ('" + name + "'). Take it out and send the file again.");
  }
}

void check_size(const zip_stat_t& facts, std::uint64_t total) {
  const bool swollen = facts.size > kSmallPart && facts.size / kMostDocxRatio > facts.comp_size;
  if (total <= kMostDocxBytes && facts.size <= kMostDocxBytes && !swollen) return;
  refuse("docx_too_large", "Unpacked, the file would be far larger than a form is. Send the form as Word saved it.");
}

std::string unpack(zip_t* archive, zip_uint64_t index, const zip_stat_t& facts) {
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive, index, 0), zip_fclose);
  if (!file) refuse_damaged();
  std::string bytes(facts.size, '\0');
  if (zip_fread(file.get(), bytes.data(), facts.size) != static_cast<zip_int64_t>(facts.size)) refuse_damaged();
  char more = 0;
  if (zip_fread(file.get(), &more, 1) != 0) {
    refuse("docx_too_large",
           "A part of the file ('" + std::string(facts.name) + "') is larger than the file says, or damaged.");
  }
  return bytes;
}

render::NamedFiles unpack_all(zip_t* archive) {
  const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
  if (count > kMostDocxParts) {
    refuse("docx_too_large", "The file has " + std::to_string(count) + " parts; at most " +
                                 std::to_string(kMostDocxParts) + " are allowed.");
  }
  render::NamedFiles parts;
  std::uint64_t total = 0;
  for (zip_uint64_t i = 0; i < count; ++i) {
    zip_stat_t facts;
    if (zip_stat_index(archive, i, 0, &facts) != 0 || facts.name == nullptr) refuse_damaged();
    const std::string name = facts.name;
    check_part_name(name);
    if (facts.encryption_method != ZIP_EM_NONE) {
      refuse("encrypted_docx", "The file is protected by a password. Take the protection away and send it again.");
    }
    total += facts.size;
    check_size(facts, total);
    if (!parts.emplace(name, unpack(archive, i, facts)).second) {
      refuse("docx_unsafe_path", "The file has the part '" + name + "' twice.");
    }
  }
  return parts;
}

// Every part that is XML, whatever its name says of it.
pugi::xml_document read_part(const std::string& name, const std::string& xml) {
  if (xml.find("<!DOCTYPE") != std::string::npos) {
    refuse("docx_entities",
           "A part of the file ('" + name + "') declares a document type or entities, which Word never does.");
  }
  try {
    return render::read_foreign_xml(xml, "The part '" + name + "' of the file");
  } catch (const domain::Error& error) {
    refuse("docx_entities", error.message());
  }
}

bool is_xml(const std::string& name, std::string_view content) {
  if (name.ends_with(".xml") || name.ends_with(".rels")) return true;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  return content.starts_with("<?xml") || content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF");
}

// Whether a part with a name is one that no text needs: what a chart was drawn from.
bool is_left_out(const std::string& name) { return lower(name).find("/embeddings/") != std::string::npos; }

// of: the name of the part whose links it is one of.
void check_link(const std::string& of, const pugi::xml_node& link) {
  const std::string type = link.attribute("Type").value();
  const std::string target = link.attribute("Target").value();
  const bool outside = std::string_view(link.attribute("TargetMode").value()) == "External";
  const bool of_chart = of.starts_with("word/charts/");
  const auto is = [&](std::string_view kind) { return type.ends_with(kind); };
  if (outside && !of_chart && !is("/hyperlink") && !is("/attachedTemplate") && !is("/image")) {
    refuse("docx_external_link",
           "The file would load something from elsewhere ('" + target +
               "'). Only hyperlinks, a template and pictures may lie outside of it; take the link to the object away.");
  }
  for (const std::string_view kind : {"/oleObject", "/control", "/aFChunk", "/subDocument"}) {
    if (is(kind) && !of_chart) {
      refuse("docx_embedded", "The file holds an object or a document of its own ('" + target +
                                  "'). Take it out and send the file again.");
    }
  }
  if (lower(type).find("vbaproject") != std::string::npos) {
    refuse("docx_macros", "The file holds macros. Save it as a DOCX without macros, and send that.");
  }
}

void check_types(const pugi::xml_document& types) {
  bool word = false;
  for (const auto& one : types.document_element()) {
    const std::string type = lower(one.attribute("ContentType").value());
    if (type.find("macroenabled") != std::string::npos || type.find("vba") != std::string::npos) {
      refuse("docx_macros", "The file is one with macros. Save it as a DOCX without macros, and send that.");
    }
    word = word || type.find(kMainType) != std::string::npos;
  }
  if (!word) refuse("not_a_docx", "The file is of another kind than DOCX. Save the form as DOCX and send that.");
}

}  // namespace

render::NamedFiles read_docx(const std::string& bytes) {
  if (bytes.starts_with(kOleHead)) {
    refuse("encrypted_docx",
           "The file is protected by a password, or of a Word before 2007. Save it as DOCX without a password.");
  }
  if (!bytes.starts_with("PK")) refuse_damaged();
  const render::OpenArchive archive = render::open_archive(bytes);
  if (!archive) refuse_damaged();
  render::NamedFiles parts = unpack_all(archive.get());
  const auto types = parts.find("[Content_Types].xml");
  if (types == parts.end()) refuse_damaged();
  check_types(read_part(types->first, types->second));
  for (const auto& [name, content] : parts) {
    if (!is_xml(name, content)) continue;
    const auto document = read_part(name, content);
    if (!name.ends_with(".rels")) continue;
    for (const auto& link : document.document_element()) check_link(name, link);
  }
  std::erase_if(parts, [](const auto& part) { return is_left_out(part.first); });
  return parts;
}

}  // namespace usecases
