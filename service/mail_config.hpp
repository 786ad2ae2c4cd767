// What the configuration says of mail: checked at the start, so that nobody finds out by mails that do not come.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config.hpp"
#include "usecases/frame/mail_board.hpp"
#include "usecases/mail/smtp.hpp"

// What is wrong, a sentence each.
std::vector<std::string> mail_problems(const Config& config);

// Both of a configuration without problems; nothing and "off" where it names no relay.
std::optional<usecases::SmtpOptions> smtp_options(const Config& config);
usecases::MailOptions mail_options(const Config& config);

// "mail goes to smtp://relay.example:587", "mail is off"
std::string describe_mail(const Config& config);
