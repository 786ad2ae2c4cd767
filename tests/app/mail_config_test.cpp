#include "mail_config.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "support/temporary_folder.hpp"

namespace {

using Words = std::vector<std::string>;

const Words kWholeMail{"serve",
                       "--smtp",
                       "smtp://relay.example:587",
                       "--mail-from",
                       "reports@service.example",
                       "--public-url",
                       "https://reports.example/"};

ParsedConfig parsed_mail(Words more, const Environment& environment = {}) {
  Words words = kWholeMail;
  words.insert(words.end(), more.begin(), more.end());
  return parse_config(words, environment);
}

// The only problem of a configuration, or all of them.
std::string problem_of(const ParsedConfig& parsed) {
  std::string all;
  for (const auto& problem : parsed.problems) all += (all.empty() ? "" : " | ") + problem;
  return all;
}

}  // namespace

TEST_CASE("without a relay mail is off, and with one it needs a sender and the address of the service") {
  CHECK_FALSE(smtp_options(parse_config({"serve"}, {}).config));
  CHECK_FALSE(mail_options(parse_config({"serve"}, {}).config).on());
  CHECK(describe_mail(parse_config({"serve"}, {}).config) == "mail is off");
  const auto parsed = parsed_mail({});
  CHECK(problem_of(parsed) == "");
  const auto smtp = smtp_options(parsed.config).value();
  CHECK(smtp.url == "smtp://relay.example:587");
  CHECK(smtp.greeting == "reports.example");
  CHECK(smtp.tls_required);
  CHECK(smtp.time == std::chrono::seconds(60));
  CHECK(smtp.connect_time == std::chrono::seconds(10));
  CHECK(mail_options(parsed.config).public_url == "https://reports.example");
  CHECK(describe_mail(parsed.config) == "mail goes to smtp://relay.example:587");
  const auto bare = parse_config({"serve", "--smtp", "smtp://relay.example"}, {});
  CHECK(problem_of(bare).find("--mail-from is the address") != std::string::npos);
  CHECK(problem_of(bare).find("--public-url is the address") != std::string::npos);
  CHECK(problem_of(parse_config({"serve", "--mail-from", "a@b.example"}, {})) ==
        "--smtp is missing: without the address of a relay no mail is sent");
}

TEST_CASE("what is wrong with mail is told at the start, and no password with it") {
  const auto about = [](const Words& more) { return problem_of(parsed_mail(more)); };
  CHECK(about({"--smtp", "http://relay.example"}) == "--smtp begins with smtp:// (port 587) or smtps:// (port 465)");
  const std::string with_password = about({"--smtp", "smtp://name:sesame@relay.example"});
  CHECK(with_password.starts_with("--smtp "));
  CHECK(with_password.find("sesame") == std::string::npos);
  CHECK(describe_mail(parsed_mail({"--smtp", "smtp://name:sesame@relay.example"}).config).find("sesame") ==
        std::string::npos);
  CHECK(about({"--mail-from", "a@b\r\nBcc: c@d"}).starts_with("--mail-from is the address"));
  for (const char* url :
       {"", "reports.example", "ftp://reports.example", "https://", "https://a b", "https://a\r\nb", "https://a?b"}) {
    CHECK_MESSAGE(about({"--public-url", url}).starts_with("--public-url is the address"), url);
  }
  CHECK(about({"--smtp-ca", "/nowhere/ca.pem"}) == "--smtp-ca: cannot read '/nowhere/ca.pem'");
  CHECK(about({"--smtp-tls", "maybe"}).starts_with("--smtp-tls must be one of auto, none, required"));
  CHECK(about({"--smtp-seconds", "0"}).starts_with("--smtp-seconds must be"));
  CHECK(about({"--smtp-user", "name"}) == "--smtp-user and its password (--smtp-password-file) go together");
  CHECK(about({"--smtp-password", "sesame"}) == "--smtp-user and its password (--smtp-password-file) go together");
  CHECK(about({"--smtp-user", "name", "--smtp-password-file", "/nowhere/p"}) ==
        "--smtp-password-file: cannot read '/nowhere/p'");
  CHECK(about({"--smtp-tls", "none", "--smtp-user", "name", "--smtp-password", "sesame"}) ==
        "--smtp-tls none: a password would go over the network for everybody to read");
  CHECK(about({"--smtp-tls", "none"}) == "");
}

TEST_CASE("a password comes from a variable or the first line of a file") {
  const support::TemporaryFolder folder;
  const std::string file = folder.file("password");
  std::ofstream(file) << "sesame street\r\nanother line\n";
  const auto from_file = parsed_mail({"--smtp-user", "name", "--smtp-password-file", file});
  CHECK(problem_of(from_file) == "");
  CHECK(smtp_options(from_file.config)->password == "sesame street");
  const auto from_variable = parsed_mail({"--smtp-user", "name"}, {{"NATIONAL_REPORT_SMTP_PASSWORD", "sesame"}});
  CHECK(problem_of(from_variable) == "");
  CHECK(smtp_options(from_variable.config)->password == "sesame");
  CHECK(problem_of(parsed_mail({"--smtp-user", "name", "--smtp-password-file", file},
                               {{"NATIONAL_REPORT_SMTP_PASSWORD", "sesame"}}))
            .starts_with("--smtp-password and --smtp-password-file"));
  std::ofstream(file, std::ios::trunc) << "\nsesame\n";
  CHECK(problem_of(parsed_mail({"--smtp-user", "name", "--smtp-password-file", file})) ==
        "--smtp-password-file: its first line has to be the password");
}

TEST_CASE("what goes to a relay is encrypted, but on this machine and where somebody says otherwise") {
  const auto demands_tls = [](const std::string& url, const std::string& when) {
    return smtp_options(parsed_mail({"--smtp", url, "--smtp-tls", when}).config)->tls_required;
  };
  CHECK(demands_tls("smtp://relay.example", "auto"));
  CHECK(demands_tls("smtp://relay.example", "required"));
  CHECK_FALSE(demands_tls("smtp://relay.example", "none"));
  CHECK_FALSE(demands_tls("smtp://127.0.0.1:25", "auto"));
  CHECK(demands_tls("smtp://127.0.0.1:25", "required"));
  CHECK(demands_tls("smtps://127.0.0.1", "none"));
}
