#include "documents/file/well_formed.hpp"

#include <doctest/doctest.h>

#include <string>

#include "domain/basis/error.hpp"

namespace {

// "" where it is well-formed.
std::string fault_in(const std::string& xml) {
  try {
    documents::require_well_formed(xml, domain::say("The file"));
    return "";
  } catch (const domain::Error& error) {
    CHECK(error.kind() == "invalid_xml");
    return error.english();
  }
}

bool says(const std::string& xml, const std::string& words) {
  const std::string fault = fault_in(xml);
  CAPTURE(fault);
  return fault.starts_with("The file is not well-formed XML: near byte ") && fault.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("well-formed XML in UTF-8 passes, with what XML allows around and within it") {
  CHECK(fault_in("<a/>") == "");
  CHECK(fault_in("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- & --><!DOCTYPE a><a>&lt;&#10;</a>\n"
                 "<?end?>\n") == "");
  CHECK(fault_in("<тег имя='&quot;'>Aşgabat <![CDATA[&nbsp; < ]]> \xF0\x9F\x98\x80&#x1F600;</тег>") == "");
}

TEST_CASE("what is not well-formed is told with its place and what to do") {
  CHECK(fault_in("<a>&nbsp;</a>") ==
        "The file is not well-formed XML: near byte 3, it has an entity that XML does not know, as '&nbsp;' is one; "
        "write the character itself.");
  CHECK(says("<a b='&nbsp;'/>", "it has an entity that XML does not know"));
  CHECK(says("<a>b & c</a>", "it has an '&' that is not written '&amp;'"));
  CHECK(says("<a>&#0;</a>", "it contains a character that XML forbids, written as '&#...;'"));
  CHECK(says("<a b='&#xD800;'/>", "it contains a character that XML forbids, written as '&#...;'"));
  CHECK(says("<a>\x01</a>", "it contains a character that XML forbids"));
  CHECK(says("<a>\xEF\xBF\xBE</a>", "contains a character that XML forbids"));
  CHECK(says("<a/><b/>", "something outside its outermost element"));
  CHECK(says("<a/>words", "something outside its outermost element"));
  CHECK(says("<a b='1' b='2'/>", "duplicate attribute"));
  CHECK(says("<a>", "no element found"));
  CHECK(says("", "no element found"));
}

TEST_CASE("another encoding than UTF-8 is refused, by its bytes and by what the file says of itself") {
  CHECK(says("<a>\xFF</a>", "is not in UTF-8"));
  CHECK(says("<a>\xED\xA0\x80</a>", "is not in UTF-8"));
  CHECK(says(std::string("\xFF\xFE<\0a\0/\0>\0", 10), "is not in UTF-8"));
  CHECK(says(std::string("<\0a\0/\0>\0", 8), "is not in UTF-8"));
  CHECK(says(std::string("\0<\0a\0/\0>", 8), "is not in UTF-8"));
  CHECK(says("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>Ä</a>", "is not in UTF-8"));
}

TEST_CASE("no entity is declared, and none is taken for declared elsewhere") {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&e" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(i) + " \"" + before + before + "\">";
  }
  CHECK(says(bomb + "]><a>&e29;</a>", "a document type that may declare entities"));
  CHECK(says("<!DOCTYPE a SYSTEM \"a.dtd\"><a b='&nbsp;'/>", "a document type that may declare entities"));
  CHECK(says("<!DOCTYPE a PUBLIC \"-//A\" \"a.dtd\"><a>&nbsp;</a>", "a document type that may declare entities"));
  CHECK(says("<!DOCTYPE a [<!ENTITY % b SYSTEM \"b.dtd\">%b;]><a/>", "a document type that may declare entities"));
}
