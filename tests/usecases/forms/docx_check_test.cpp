// Hostile Word files, each refused with a reason of its own.
#include "usecases/forms/docx_check.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <fstream>
#include <iterator>

#include "documents/file/zip_archive.hpp"
#include "domain/basis/error.hpp"
#include "support/temporary_folder.hpp"

namespace {

const std::string kRels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
const std::string kKind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

documents::NamedFiles plain() {
  return {{"[Content_Types].xml",
           "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
           "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
          {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>"},
          {"word/_rels/document.xml.rels", kRels + "</Relationships>"}};
}

std::string with(const std::string& name, const std::string& content) {
  auto parts = plain();
  parts[name] = content;
  return documents::make_archive(parts);
}

std::string linked(const std::string& type, const std::string& more) {
  return with("word/_rels/settings.xml.rels", kRels + "<Relationship Id=\"r1\" Type=\"" + kKind + type +
                                                  "\" Target=\"http://evil.example/x\"" + more + "/></Relationships>");
}

// "" where it is taken.
std::string docx_refusal(const std::string& docx) {
  try {
    usecases::read_docx(docx);
    return "";
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::invalid);
    CHECK(error.english().size() > 20);
    return error.kind();
  }
}

// A ZIP archive whose only further part is compressed.
std::string compressed(const std::string& name, const std::string& content) {
  const support::TemporaryFolder folder;
  const std::string path = folder.file("made.docx");
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  auto parts = plain();
  parts[name] = content;
  for (const auto& [part, bytes] : parts)
    zip_file_add(archive, part.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
  REQUIRE(zip_close(archive) == 0);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a plain Word file is taken, with hyperlinks and pictures of its own") {
  CHECK(docx_refusal(documents::make_archive(plain())) == "");
  CHECK(docx_refusal(linked("hyperlink", " TargetMode=\"External\"")) == "");
  CHECK(docx_refusal(linked("image", "")) == "");
  CHECK(docx_refusal(with("word/media/image1.png", "\x89PNG")) == "");
}

TEST_CASE("what is no Word file is refused") {
  CHECK(docx_refusal("") == "not_a_docx");
  CHECK(docx_refusal("PK\x03\x04 not really") == "not_a_docx");
  CHECK(docx_refusal("%PDF-1.7") == "not_a_docx");
  CHECK(docx_refusal(documents::make_archive({{"a", "b"}})) == "not_a_docx");
  CHECK(docx_refusal(with("[Content_Types].xml", "<Types/>")) == "not_a_docx");
  const std::string whole = documents::make_archive(plain());
  CHECK(docx_refusal(whole.substr(0, whole.size() / 2)) == "not_a_docx");
  CHECK(docx_refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 OLE") == "encrypted_docx");
}

TEST_CASE("names that leave the archive are refused") {
  for (const char* name :
       {"../evil.xml", "word/../../evil.xml", "/etc/passwd", "word\\evil.xml", "C:/evil.xml", "./a", ".."}) {
    CAPTURE(name);
    CHECK(docx_refusal(with(name, "x")) == "docx_unsafe_path");
  }
  CHECK(docx_refusal(with("word/a..b.bin", "x")) == "");
}

TEST_CASE("macros are refused, whatever they are called") {
  for (const char* name : {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml"}) {
    CAPTURE(name);
    CHECK(docx_refusal(with(name, "<a/>")) == "docx_macros");
  }
  CHECK(docx_refusal(linked("vbaProject", "")) == "docx_macros");
  CHECK(docx_refusal(with("[Content_Types].xml",
                          "<Types><Default Extension=\"xml\" ContentType=\"application/"
                          "vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")) == "docx_macros");
}

TEST_CASE("what a text does not need refuses no file, in it or linked from elsewhere") {
  for (const char* type : {"attachedTemplate", "image", "hyperlink", "oleObject", "control", "aFChunk", "subDocument",
                           "package", "frame", "video", "mailMergeSource", "unknown"}) {
    CAPTURE(type);
    CHECK(docx_refusal(linked(type, " TargetMode=\"External\"")) == "");
    CHECK(docx_refusal(linked(type, "")) == "");
  }
  for (const char* name :
       {"word/fonts/font1.odttf", "customXml/item1.xml", "word/glossary/document.xml", "_xmlsignatures/origin.sigs",
        "_xmlsignatures/sig1.xml", "word/printerSettings/printerSettings1.bin", "docProps/thumbnail.emf",
        "word/people.xml", "word/commentsExtended.xml", "word/ink/ink1.xml", "word/media/model3d1.glb",
        "word/diagrams/data1.xml", "word/attachedToolbars.bin", "word/webextensions/webextension1.xml"}) {
    CAPTURE(name);
    CHECK(docx_refusal(with(name, "<a/>")) == "");
    CHECK(docx_refusal(with(name, std::string("\xFF\xFE\0\x01", 4))) ==
          (std::string(name).ends_with(".xml") ? "docx_entities" : ""));
  }
}

TEST_CASE("parts of other programs are left out unread, whatever is in them") {
  const std::string page = "<?xml version=\"1.0\"?><!DOCTYPE html><html><p>Torn";
  for (const char* name :
       {"word/embeddings/oleObject1.bin", "word/embeddings/Microsoft_Excel_Sheet1.xlsx", "word/activeX/activeX1.xml",
        "word/ActiveX/_rels/activeX1.xml.rels", "word/media/image1.svg"}) {
    CAPTURE(name);
    CHECK_FALSE(usecases::read_docx(with(name, page)).contains(name));
  }
  for (const char* type : {"aFChunk", "subDocument", "oleObject", "image"}) {
    for (const char* target :
         {"inserted.xml", "/word/Inserted.xml", "../word/inserted.xml", "../../word/inserted.xml"}) {
      CAPTURE(target);
      auto parts = plain();
      parts["word/inserted.xml"] = page;
      parts["word/_rels/document.xml.rels"] =
          kRels + "<Relationship Id=\"r1\" Type=\"" + kKind + type + "\" Target=\"" + target + "\"/></Relationships>";
      CHECK_FALSE(usecases::read_docx(documents::make_archive(parts)).contains("word/inserted.xml"));
    }
  }
}

TEST_CASE("entities, document types and XML that is none are refused") {
  CHECK(docx_refusal(with("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")) == "docx_entities");
  CHECK(docx_refusal(with("word/document.xml", "<!DOCTYPE a SYSTEM \"http://evil.example/a.dtd\"><a/>")) ==
        "docx_entities");
  CHECK(docx_refusal(with("word/other.bin",
                          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a/>")) ==
        "docx_entities");
  CHECK(docx_refusal(with("word/document.xml", "<a><b></a>")) == "docx_entities");
  const auto nested = [](int levels) {
    std::string xml;
    for (int i = 0; i < levels; ++i) xml += "<a>";
    for (int i = 0; i < levels; ++i) xml += "</a>";
    return with("word/document.xml", xml);
  };
  CHECK(docx_refusal(nested(200)) == "");
  CHECK(docx_refusal(nested(201)) == "docx_entities");
}

TEST_CASE("a ZIP bomb is refused by its declared size, its ratio and its number of parts") {
  CHECK(docx_refusal(compressed("word/big.bin", std::string(8U << 20U, 'a'))) == "docx_too_large");
  CHECK(docx_refusal(compressed("word/big.bin", std::string(1U << 19U, 'a'))) == "");
  auto many = plain();
  for (std::size_t i = 0; i < usecases::kMostDocxParts; ++i) many["word/" + std::to_string(i)] = "";
  CHECK(docx_refusal(documents::make_archive(many)) == "docx_too_large");
}

TEST_CASE("a part that is larger than the file says is refused") {
  const std::string whole = compressed("word/big.bin", std::string(300'000, 'a'));
  // The size stands in the part's own head and in the list at the end.
  std::string lying = whole;
  const std::string size{'\xE0', '\x93', '\x04', '\0'};
  for (auto at = lying.find(size); at != std::string::npos; at = lying.find(size, at + 1))
    lying.replace(at, 4, "\x10\0\0\0", 4);
  CHECK(lying != whole);
  CHECK(docx_refusal(lying) == "docx_too_large");
}

TEST_CASE("a part's head that says something else where no reader looks does no harm") {
  const std::string whole = compressed("word/big.bin", std::string(3000, 'a'));
  struct Field {
    std::size_t at;  // in the head
    std::size_t bytes;
    const char* refusal;
  };
  for (const Field& field : {Field{4, 2, ""}, Field{10, 4, ""}, Field{14, 4, ""}, Field{8, 2, "not_a_docx"},
                             Field{18, 4, "not_a_docx"}, Field{22, 4, "not_a_docx"}, Field{30, 1, "not_a_docx"}}) {
    CAPTURE(field.at);
    std::string changed = whole;
    int heads = 0;
    for (auto at = changed.find("PK\x03\x04"); at != std::string::npos; at = changed.find("PK\x03\x04", at + 4)) {
      ++heads;
      for (std::size_t i = 0; i < field.bytes; ++i) changed[at + field.at + i] ^= 0x11;
    }
    CHECK(heads == 4);
    CHECK(docx_refusal(changed) == field.refusal);
  }
  // Sizes that stand behind the file, as programs write them that pack while they send.
  std::string streamed = whole;
  for (auto at = streamed.find("PK\x03\x04"); at != std::string::npos; at = streamed.find("PK\x03\x04", at + 4)) {
    streamed[at + 6] = static_cast<char>(streamed[at + 6] | 8);
    streamed.replace(at + 14, 12, 12, '\0');
  }
  CHECK(docx_refusal(streamed) == "");
}

TEST_CASE("files of an archive that share their bytes, or that the list hides, are refused") {
  const std::string whole = documents::make_archive(plain());
  const auto list = whole.find("PK\x01\x02");
  std::string shared = whole;  // the second part is where the first one is, under the first one's name
  const auto second = shared.find("PK\x01\x02", list + 4);
  shared.replace(second + 42, 4, whole, list + 42, 4);
  CHECK(docx_refusal(shared) == "not_a_docx");
  std::string hidden = whole;  // the list's end counts one less
  const auto end = hidden.rfind("PK\x05\x06");
  hidden[end + 8] = hidden[end + 10] = 2;
  CHECK(docx_refusal(hidden) == "not_a_docx");
}
