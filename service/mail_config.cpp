#include "mail_config.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "documents/mail/mail_address.hpp"
#include "usecases/mail/smtp_address.hpp"

namespace {

using Problems = std::vector<std::string>;

constexpr std::size_t kLongestPassword = 1000;

// The first line: what editors put behind it is no part of a password.
std::string first_line(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::invalid_argument("--smtp-password-file: cannot read '" + file + "'");
  std::string line;
  std::getline(in, line);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

std::string password_of(const Config& config) {
  return config.smtp_password_file.empty() ? config.smtp_password : first_line(config.smtp_password_file);
}

bool encrypts(const Config& config, const usecases::SmtpAddress& relay) {
  if (relay.scheme == "smtps" || config.smtp_tls == "required") return true;
  return config.smtp_tls == "auto" && !relay.is_this_machine();
}

bool is_readable(const std::string& file) { return std::ifstream(file).good(); }

void check_login(const Config& config, const usecases::SmtpAddress& relay, Problems& problems) {
  const bool password = !config.smtp_password.empty() || !config.smtp_password_file.empty();
  if (!config.smtp_password.empty() && !config.smtp_password_file.empty()) {
    problems.emplace_back("--smtp-password and --smtp-password-file: one of them is enough");
    return;
  }
  if (config.smtp_user.empty() != !password) {
    problems.emplace_back("--smtp-user and its password (--smtp-password-file) go together");
    return;
  }
  if (!password) return;
  try {
    const std::string secret = password_of(config);
    if (secret.empty() || secret.size() > kLongestPassword) {
      problems.emplace_back("--smtp-password-file: its first line has to be the password");
    }
  } catch (const std::invalid_argument& error) {
    problems.emplace_back(error.what());
  }
  if (!encrypts(config, relay) && !relay.is_this_machine()) {
    problems.emplace_back("--smtp-tls none: a password would go over the network for everybody to read");
  }
}

// A scheme, a host, perhaps a port and a path: what links in mails begin with.
std::string problem_of_public_url(const std::string& url) {
  const bool scheme = url.starts_with("https://") || url.starts_with("http://");
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]/_~%";
  const bool plain = url.size() <= 200 && url.find_first_not_of(kLetters) == std::string::npos;
  if (scheme && plain && !documents::host_of_url(url).empty()) return "";
  return "--public-url is the address of the service as people reach it, such as https://reports.example, not '" + url +
         "'";
}

void check_others(const Config& config, Problems& problems) {
  if (!documents::is_mail_address(config.mail_from)) {
    problems.push_back("--mail-from is the address that mail comes from, such as reports@example.org, not '" +
                       config.mail_from + "'");
  }
  if (const auto problem = problem_of_public_url(config.public_url); !problem.empty()) problems.push_back(problem);
  if (!config.smtp_ca.empty() && !is_readable(config.smtp_ca)) {
    problems.push_back("--smtp-ca: cannot read '" + config.smtp_ca + "'");
  }
}

}  // namespace

std::vector<std::string> mail_problems(const Config& config) {
  Problems problems;
  if (config.smtp.empty()) {
    const bool more = !config.smtp_user.empty() || !config.smtp_password.empty() ||
                      !config.smtp_password_file.empty() || !config.smtp_ca.empty() || !config.mail_from.empty();
    if (more) problems.emplace_back("--smtp is missing: without the address of a relay no mail is sent");
    return problems;
  }
  try {
    check_login(config, usecases::parse_smtp_url(config.smtp), problems);
  } catch (const std::invalid_argument& error) {
    problems.push_back("--smtp " + std::string(error.what()));  // it is not told: people write passwords into it
  }
  check_others(config, problems);
  return problems;
}

std::optional<usecases::SmtpOptions> smtp_options(const Config& config) {
  if (config.smtp.empty()) return std::nullopt;
  const auto relay = usecases::parse_smtp_url(config.smtp);
  usecases::SmtpOptions options;
  options.url = relay.scheme + "://" + relay.host + ":" + std::to_string(relay.port);
  options.greeting = documents::host_of_url(config.public_url);
  options.sender = config.mail_from;
  options.login = config.smtp_user;
  options.password = password_of(config);
  options.ca_file = config.smtp_ca;
  options.tls_required = encrypts(config, relay);
  options.time = std::chrono::seconds(config.smtp_seconds);
  options.connect_time = std::min<std::chrono::milliseconds>(options.connect_time, options.time);
  return options;
}

usecases::MailOptions mail_options(const Config& config) {
  if (config.smtp.empty()) return {};
  std::string url = config.public_url;
  while (url.ends_with('/')) url.pop_back();
  return {config.mail_from, url};
}

std::string describe_mail(const Config& config) {
  if (config.smtp.empty()) return "mail is off";
  const auto problems = mail_problems(config);
  return problems.empty() ? "mail goes to " + smtp_options(config)->url : "mail is off: " + problems.front();
}
