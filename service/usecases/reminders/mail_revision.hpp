// Mail that waited, because the relay did not answer: what it tells may be over.
#pragma once

#include <string>

#include "domain/preparation/mail.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

// Takes from a digest what was read or done since it was written, and from a reminder the sections that were delivered
// or have another day. Gives why nothing is left to be sent; empty: the mail, with what is left. Only for a mail that
// nobody can have got: who gets one twice gets the same.
std::string revise_mail(Service& service, domain::Mail& mail);

}  // namespace usecases
