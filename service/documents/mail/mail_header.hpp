// Lines of a mail's header (RFC 5322), with words of any script (RFC 2047).
#pragma once

#include <string>
#include <string_view>

namespace documents {

// The text as it may stand in a header: valid UTF-8 on one line, without controls and marks that turn its direction.
std::string header_text(std::string_view text);

// "Subject: =?utf-8?B?...?=\r\n", in lines of at most 76 bytes. Plain words stay as they are.
std::string text_header(std::string_view name, std::string_view text);

// "To: =?utf-8?B?...?= <head@labour.example>\r\n". person: may be empty. address: see is_mail_address.
std::string address_header(std::string_view name, std::string_view person, std::string_view address);

// "Thu, 15 Jan 2026 09:00:00 +0000", of milliseconds since 1970.
std::string header_date(long long millis);

}  // namespace documents
