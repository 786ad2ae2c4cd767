// Addresses to which mail may be sent, and what is told apart by them.
#pragma once

#include <string>
#include <string_view>

namespace documents {

// "head@labour.example": letters, digits and what RFC 5321 lets stand there without quotes, at most 64 before the @ and
// 254 in all. Whatever could be read as more than one address, a command or a header line is none; a domain of other
// letters is written as its "xn--" form.
bool is_mail_address(std::string_view text);

// "reports.example" of "https://reports.example:8443/"; empty where there is none.
std::string host_of_url(std::string_view url);

}  // namespace documents
