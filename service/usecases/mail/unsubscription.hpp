// Switching mail off by a link in a mail, without an access token: whoever has the link may, and may nothing else.
#pragma once

#include <string>

#include "usecases/frame/service.hpp"

namespace usecases {

// "https://reports.example/v1/unsubscribe/6b86..."; its secret is worked out from a key in the database, so that it is
// the same in all mails of a person, and stands nowhere else.
std::string unsubscribe_url(const MailOptions& options, store::ReadTx& tx, const std::string& user);
// So that the link is known when it is used.
void keep_unsubscribe_link(store::WriteTx& tx, const std::string& user);

// The page behind the link: one button, in the languages of mail. It changes nothing, whatever program looks at it.
// Errors: not_found.
std::string unsubscribe_page(Service& service, const std::string& secret);

// Switches off what may be switched off; done again it changes nothing. Gives the page that says so.
// Errors: not_found.
std::string unsubscribe(Service& service, const std::string& secret);

}  // namespace usecases
