// XLIFF written and read, without a service.
#include <doctest/doctest.h>

#include "documents/translation/xliff_reader.hpp"
#include "documents/translation/xliff_writer.hpp"
#include "domain/basis/error.hpp"
#include "support/golden.hpp"

using documents::PartKind;
using documents::TextUnits;

namespace {

std::string written(const TextUnits& text) {
  documents::XliffFile file{"obj-07.s1.t0", "tkm/obj-07", {{"section", "7 & more"}}, {}};
  for (const auto& unit : text.units()) {
    file.units.push_back({&unit, unit.parts, "translated", "", {}, {{"term", "слово", ""}}});
  }
  return documents::write_xliff("en", "ru", {file});
}

std::string xliff_document(const std::string& inside, const std::string& head = "version=\"2.0\"") {
  return "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\" trgLang=\"ru\" " + head + ">" + inside +
         "</xliff>";
}

std::string with_target(const std::string& target, const std::string& source = "s") {
  return xliff_document("<file id=\"f\"><unit id=\"u1\"><segment><source>" + source + "</source><target>" + target +
                        "</target></segment></unit></file>");
}

std::string refusal(const std::string& xml, std::string* message = nullptr) {
  try {
    documents::read_xliff(xml);
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::invalid);
    CHECK(error.english().size() < 300);
    if (message != nullptr) *message = error.english();
    return error.kind();
  }
  return "";
}

documents::XliffReadUnit unit_of(const std::string& segments) {
  return documents::read_xliff(xliff_document("<file id=\"f\"><unit id=\"u1\">" + segments + "</unit></file>"))
      .files[0]
      .units[0];
}

// What is wrong with a target for "Some **bold** and `code`."
std::string fault(const std::string& target) {
  const TextUnits text("Some **bold** and `code`.");
  const auto content = documents::read_xliff(with_target(target));
  const auto& unit = content.files[0].units[0];
  REQUIRE(unit.target);
  return unit.fault.english() + documents::fit_target(*unit.target, text.units()[0]).fault.english();
}

}  // namespace

TEST_CASE("what is written is read again with every code in its place") {
  const TextUnits text(
      "A & b < \"c\" **bold *both*** [link](https://example.org/?a=1&b=2) `x < y` end[^1]\\\nnext\n\n[^1]: Note.\n");
  support::check_golden("documents-units.xlf", written(text));
  const auto content = documents::read_xliff(written(text));
  CHECK(content.source_language == "en");
  CHECK(content.target_language == "ru");
  REQUIRE(content.files.size() == 1);
  CHECK(content.files[0].id == "obj-07.s1.t0");
  CHECK(content.files[0].original == "tkm/obj-07");
  REQUIRE(content.files[0].units.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto target = documents::fit_target(content.files[0].units[i].target.value(), text.units()[i]);
    CHECK(target.fault.english() == "");
    CHECK(target.parts == text.units()[i].parts);
  }
}

TEST_CASE("a unit that a tool cut into segments is put together again") {
  const auto content = documents::read_xliff(xliff_document(
      "<file id=\"f\"><group id=\"g\"><unit "
      "id=\"u1\"><segment><source>One.</source><target>Раз.</target></segment><ignorable>"
      "<source> "
      "</source></ignorable><segment><source>Two.</source><target>Два.</target></segment></unit></group></file>"));
  const auto& unit = content.files[0].units[0];
  CHECK(documents::plain_text(unit.source) == "One. Two.");
  CHECK(documents::plain_text(unit.target.value()) == "Раз. Два.");
}

TEST_CASE("a unit of which a segment lacks its target has none") {
  const auto content = documents::read_xliff(xliff_document(
      "<file id=\"f\"><unit id=\"u1\"><segment><source>One.</source></segment><segment><source>Two.</source>"
      "<target>Два.</target></segment></unit><unit id=\"u2\"><segment><source>x</source><target> </target>"
      "</segment></unit></file>"));
  CHECK_FALSE(content.files[0].units[0].target);
  CHECK_FALSE(content.files[0].units[1].target);
}

TEST_CASE("an empty target where the source has a text is none, whatever stands beside it") {
  const std::string one = "<segment><source>One.</source><target>Раз.</target></segment>";
  for (const char* empty : {"<target/>", "<target> </target>", "<target>&#xA0;&#x200B;</target>",
                            "<target><pc id=\"1\"></pc></target>", ""}) {
    CAPTURE(empty);
    CHECK_FALSE(unit_of(one + "<segment><source>Two.</source>" + empty + "</segment>").target);
  }
  for (const char* empty : {"<target/>", ""}) {
    const auto unit = unit_of(one + "<ignorable><source> - </source>" + empty + "</ignorable>" + one);
    CHECK(documents::plain_text(unit.target.value()) == "Раз. - Раз.");
  }
}

TEST_CASE("a segment without a state is initial, as the standard says") {
  const std::string inside = "<source>s</source><target>ц</target></segment>";
  CHECK(unit_of("<segment>" + inside).initial);
  CHECK(unit_of("<segment state=\"initial\">" + inside).initial);
  CHECK_FALSE(unit_of("<segment state=\"translated\">" + inside + "<ignorable><source> </source></ignorable>").initial);
  CHECK(unit_of("<segment state=\"translated\">" + inside + "<segment>" + inside).initial);
}

TEST_CASE("what tools add is taken: version 2.1, an order that changes nothing, loose codes with ids of their own") {
  CHECK(refusal(xliff_document("<file id=\"f\"/>", "version=\"2.1\"")) == "");
  const std::string ordered = "<segment><source>a</source><target order=\"1\">а</target></segment>";
  CHECK(unit_of(ordered).fault.english() == "");
  CHECK(unit_of(ordered + ordered).fault.english() != "");
  CHECK(fault("<ph id=\"2\"/> <sc id=\"1\" isolated=\"yes\"/>жирно<ec id=\"1\" isolated=\"yes\"/>") == "");
}

TEST_CASE("what is not well formed is refused before it can cut or change a text") {
  for (const char* target : {"a&#0;b", "a&#xD800;b", "a&#11;b", "a&nbsp;b", "a & b", "a&#x110000;b"}) {
    CAPTURE(target);
    std::string message;
    CHECK(refusal(with_target(target), &message) == "invalid_xml");
    CHECK(message.starts_with("The file is not well-formed XML: near byte "));
  }
  CHECK(refusal(with_target("a&#10;&#x1F600;&amp;<![CDATA[&nbsp;]]><!-- &no -->b")) == "");
  const std::string good = with_target("a");
  CHECK(refusal(good + "\n<!-- end -->\n") == "");
  for (const char* junk : {"junk", "<more/>", "&amp;", "<![CDATA[x]]>"}) CHECK(refusal(good + junk) == "invalid_xml");
  CHECK(refusal("junk" + good) == "invalid_xml");
  CHECK(refusal(xliff_document("<file id=\"f&#xD800;\"/>")) == "invalid_xml");
  CHECK(refusal(xliff_document("<file id=\"f&#0;\"/>")) == "invalid_xml");
}

TEST_CASE("a target with a character that a text may not have is told by its unit") {
  CHECK(fault("<pc id=\"1\">а&#x84;</pc><ph id=\"2\"/>") == "it contains a control character (U+0084)");
  CHECK(fault("<pc id=\"1\">а&#x202E;</pc><ph id=\"2\"/>").starts_with("it contains an invisible mark"));
}

TEST_CASE("a file of a great many tags or parts is refused") {
  std::string parts;
  for (int i = 0; i < 2000; ++i) parts += "<file id=\"f" + std::to_string(i) + "\"/>";
  CHECK(refusal(xliff_document(parts)) == "");
  CHECK(refusal(xliff_document(parts + "<file id=\"one more\"/>")) == "invalid_xliff");
  std::string tags = "<file id=\"f\"/>";
  for (int i = 0; i < 999'997; ++i) tags += "<a/>";
  CHECK(refusal(xliff_document(tags)) == "");  // a million tags with the outermost element's two
  std::string message;
  CHECK(refusal(xliff_document(tags + "<a/>"), &message) == "invalid_xliff");
  CHECK(message.starts_with("The file has more than 1,000,000 tags."));
}

TEST_CASE("annotations, modules and prefixes of a tool do not disturb") {
  const auto content = documents::read_xliff(
      "<?xml version=\"1.0\"?><x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:2.0\" xmlns:m=\"urn:m\" "
      "version=\"2.0\" "
      "srcLang=\"en\" trgLang=\"ru\"><x:file id=\"f\"><m:unit id=\"no\"/><x:unit "
      "id=\"u1\"><m:matches><m:target>no</m:target>"
      "</m:matches><x:segment><x:source>s</x:source><x:target>а<x:mrk id=\"m1\" type=\"term\">б</x:mrk><!-- no "
      "--><![CDATA[<]]>"
      "</x:target></x:segment></x:unit></x:file></x:xliff>");
  REQUIRE(content.files[0].units.size() == 1);
  CHECK(documents::plain_text(content.files[0].units[0].target.value()) == "аб<");
}

TEST_CASE("codes are neither lost nor invented, and told by what they stand for") {
  CHECK(fault("Это <pc id=\"1\">жирно</pc> и <ph id=\"2\"/>.") == "");
  CHECK(fault("<ph id=\"2\"/> <sc id=\"1\"/>жирно<ec startRef=\"1\"/>") == "");
  CHECK(fault("Это и <ph id=\"2\"/>.") == "the code '1' (****) is missing");
  CHECK(fault("<pc id=\"1\">а</pc><ph id=\"2\"/><ph id=\"2\"/>") == "the code '2' (`code`) is there twice");
  CHECK(fault("<pc id=\"1\">а</pc><ph id=\"2\"/><ph id=\"3\"/>") == "the source has no code '3'");
  CHECK(fault("<ph id=\"1\"/><ph id=\"2\"/>") == "the code '1' (****) is of another kind in the source");
  CHECK(fault("<sc id=\"1\"/>а<ph id=\"2\"/>") == "the markup that begins with the code '1' (****) does not end");
  CHECK(fault("<pc id=\"1\">а</pc><ph id=\"2\"/><cp hex=\"0007\"/>") ==
        "it contains a character that a text may not have");
}

TEST_CASE("white space at the ends of a target is left out, line breaks in it are spaces") {
  const TextUnits text("x");
  const auto content = documents::read_xliff(with_target("\n  один\n два  "));
  CHECK(documents::text_of(documents::fit_target(content.files[0].units[0].target.value(), text.units()[0]).parts) ==
        "один  два");
}

TEST_CASE("what is not XLIFF 2.0, or tries something, is refused in words") {
  CHECK(refusal("") == "invalid_xml");
  CHECK(refusal("<a/>") == "invalid_xliff");
  CHECK(refusal(xliff_document("<file id=\"f\"/>", "version=\"1.2\"")) == "invalid_xliff");
  CHECK(refusal("<xliff version=\"2.0\" srcLang=\"en\" trgLang=\"ru\"><file id=\"f\"/></xliff>") == "invalid_xliff");
  CHECK(refusal(xliff_document("")) == "invalid_xliff");
  CHECK(refusal(xliff_document("<file id=\"f\"/><file id=\"f\"/>")) == "invalid_xliff");
  CHECK(refusal(xliff_document("<file id=\"f\"><unit id=\"u\"/><unit id=\"u\"/></file>")) == "invalid_xliff");
  CHECK(refusal(xliff_document("<file id=\"" + std::string(200, 'x') + "\"/>")) == "invalid_xliff");
  CHECK(refusal("<!DOCTYPE x [<!ENTITY e \"e\">]>" + xliff_document("<file id=\"f\"/>")) == "invalid_xml");
  CHECK(refusal(with_target("\xFF")) == "invalid_xml");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<group id=\"g\">";
  for (int i = 0; i < 300; ++i) deep += "</group>";
  CHECK(refusal(xliff_document("<file id=\"f\">" + deep + "</file>")) == "invalid_xml");
}
