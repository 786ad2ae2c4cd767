#include "documents/file/foreign_xml.hpp"

#include <doctest/doctest.h>

#include <string>

#include "domain/basis/error.hpp"

namespace {

std::string xml_refusal(const std::string& xml) {
  try {
    documents::read_foreign_xml(xml, domain::say("The file 'a.xml'"));
    return "none";
  } catch (const domain::Error& error) {
    CHECK(error.kind() == "invalid_xml");
    return error.english();
  }
}

std::string nested(int levels) {
  std::string xml;
  for (int i = 0; i < levels; ++i) xml += "<a>";
  for (int i = 0; i < levels; ++i) xml += "</a>";
  return xml;
}

}  // namespace

TEST_CASE("foreign XML is read with its own letters, and without what a document type promises") {
  const auto document = documents::read_foreign_xml(
      "<?xml version=\"1.0\"?><!DOCTYPE a PUBLIC \"-//X\" \"http://example.org/x.dtd\"><a><b> Aşgabat &amp; Ашхабад "
      "</b></a>",
      domain::say("The file"));
  CHECK(document.child("a").child("b").text().get() == std::string(" Aşgabat & Ашхабад "));
}

TEST_CASE("white space between elements is there only for who asks for it") {
  const std::string xml = "<a> <b/> </a>";
  CHECK(documents::read_foreign_xml(xml, domain::say("It")).child("a").first_child().name() == std::string("b"));
  CHECK(documents::read_foreign_xml(xml, domain::say("It"), true).child("a").first_child().value() == std::string(" "));
}

TEST_CASE("foreign XML that is broken, declares entities or is nested too deep is refused in words") {
  CHECK(xml_refusal("<a><b></a>").starts_with("The file 'a.xml' is not well-formed XML: near byte "));
  CHECK(xml_refusal("") != "none");
  CHECK(xml_refusal("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>") ==
        "The file 'a.xml' declares entities of its own, which is not allowed here.");
  CHECK(xml_refusal(nested(documents::kDeepestXml)) == "none");
  CHECK(xml_refusal(nested(documents::kDeepestXml + 1)) == "The file 'a.xml' is nested more than 200 levels deep.");
  CHECK(xml_refusal(nested(100'000)) != "none");
}
