#include "documents/file/well_formed.hpp"

#include <expat.h>
#include <strings.h>

#include <limits>
#include <memory>
#include <new>
#include <string>
#include <type_traits>

#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::Message;
using domain::say;

Message other_encoding() { return say("is not in UTF-8, or contains a character that XML forbids. Save it in UTF-8"); }

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

// The parser, and why it was told to stop.
struct Reading {
  Parser parser;
  Message stopped;

  void stop(const Message& why) {
    stopped = why;
    XML_StopParser(parser.get(), XML_FALSE);
  }
};

// The library takes the bytes for UTF-8 whatever is declared; pugixml would not.
void refuse_encoding(void* reading, const XML_Char* /*version*/, const XML_Char* encoding, int /*standalone*/) {
  if (encoding == nullptr || strcasecmp(encoding, "utf-8") == 0) return;
  static_cast<Reading*>(reading)->stop(other_encoding());
}

// Nothing is loaded from elsewhere; where there is something, the library takes every entity for one of its own.
void refuse_entities(void* reading, const XML_Char* /*name*/, const XML_Char* elsewhere, const XML_Char* /*public_id*/,
                     int declares) {
  if (elsewhere == nullptr && declares == 0) return;
  static_cast<Reading*>(reading)->stop(say("has a document type that may declare entities, which is not allowed here"));
}

Message why_not_a_token(std::string_view xml, std::size_t at) {
  if (at > 0 && xml[at - 1] == '&') return say("has an '&' that is not written '&amp;'");
  const auto byte = static_cast<unsigned char>(at < xml.size() ? xml[at] : ' ');
  if (byte >= 0x80) return other_encoding();
  return byte < ' ' ? say("contains a character that XML forbids") : say("has something that is not markup");
}

Message fault_of(const Reading& reading, std::string_view xml, std::size_t at) {
  const auto code = XML_GetErrorCode(reading.parser.get());
  switch (code) {
    case XML_ERROR_NO_MEMORY:
      throw std::bad_alloc();
    case XML_ERROR_ABORTED:
      return reading.stopped;
    case XML_ERROR_BAD_CHAR_REF:
      return say("contains a character that XML forbids, written as '&#...;'");
    case XML_ERROR_UNDEFINED_ENTITY:
      return say("has an entity that XML does not know, as '&nbsp;' is one; write the character itself");
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return say("has something outside its outermost element");
    case XML_ERROR_INVALID_TOKEN:
      return why_not_a_token(xml, at);
    default:
      return say("has a fault ({0})", XML_ErrorString(code));
  }
}

// Newer versions of the library have another name for it, older ones only this.
template <class AnyParser>
std::size_t byte_of(AnyParser parser) {
  if constexpr (requires { XML_GetCurrentByteIndex64(parser); }) {
    const auto at = XML_GetCurrentByteIndex64(parser);
    return at < 0 ? 0 : static_cast<std::size_t>(at);
  } else {
    const auto at = XML_GetCurrentByteIndex(parser);
    return at < 0 ? 0 : static_cast<std::size_t>(at);
  }
}

[[noreturn]] void refuse_xml(const domain::Message& what, std::size_t at, const Message& why) {
  throw domain::Error(domain::ErrorCode::invalid, "invalid_xml",
                      say("{0} is not well-formed XML: near byte {1}, it {2}.", what, at, why));
}

}  // namespace

void require_well_formed(std::string_view xml, const domain::Message& what) {
  // What is in UTF-16 has such bytes, and the library would read it.
  if (const auto zero = xml.find('\0'); zero != std::string_view::npos) refuse_xml(what, zero, other_encoding());
  Reading reading{Parser(XML_ParserCreate("UTF-8")), {}};
  if (!reading.parser || xml.size() > std::numeric_limits<int>::max()) throw std::bad_alloc();
  XML_SetUserData(reading.parser.get(), &reading);
  XML_SetXmlDeclHandler(reading.parser.get(), refuse_encoding);
  XML_SetStartDoctypeDeclHandler(reading.parser.get(), refuse_entities);
  if (XML_Parse(reading.parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) == XML_STATUS_OK) return;
  const std::size_t at = byte_of(reading.parser.get());
  refuse_xml(what, at, fault_of(reading, xml, at));
}

}  // namespace documents
