#include "config.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

#include "domain/basis/take_until.hpp"
#include "mail_config.hpp"
#include "usecases/frame/time_zone.hpp"

extern char** environ;

namespace {

using Problems = std::vector<std::string>;

// One flag: how it is called, and how its value comes into the configuration. Gives a complaint, or "".
struct Flag {
  std::string name;   // "tls-key"
  std::string value;  // how its value is called in the help; empty: the flag takes none
  std::string help;
  std::function<std::string(Config&, const std::string&)> set;
};

auto text(std::string Config::*member) {
  return [member](Config& config, const std::string& value) {
    config.*member = value;
    return std::string();
  };
}

auto number(int Config::*member, int least, int most) {
  return [=](Config& config, const std::string& value) {
    int parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc() || end != value.data() + value.size() || parsed < least || parsed > most) {
      return "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ", not '" +
             value + "'";
    }
    config.*member = parsed;
    return std::string();
  };
}

auto choice(std::string Config::*member, std::set<std::string> choices) {
  return [member, choices = std::move(choices)](Config& config, const std::string& value) {
    config.*member = value;
    if (choices.contains(value)) return std::string();
    std::string names;
    for (const auto& known : choices) names += (names.empty() ? "" : ", ") + known;
    return "must be one of " + names + ", not '" + value + "'";
  };
}

// "https://reports.example" or "http://localhost:5173", as a browser sends it.
bool is_origin(std::string_view text) {
  const auto scheme = text.find("://");
  if (scheme == std::string_view::npos || (text.substr(0, scheme) != "https" && text.substr(0, scheme) != "http")) {
    return false;
  }
  const std::string_view host = text.substr(scheme + 3);
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789.-:[]";
  return !host.empty() && host.find_first_not_of(kLetters) == std::string_view::npos;
}

auto origins(std::vector<std::string> Config::*member) {
  return [member](Config& config, std::string_view value) {
    (config.*member).clear();
    while (!value.empty()) {
      const std::string origin(domain::take_until(value, ','));
      if (!is_origin(origin)) {
        return "must be origins such as https://reports.example with commas between them, not '" + origin + "'";
      }
      (config.*member).push_back(origin);
    }
    return std::string();
  };
}

// A variable that is set to nothing is as one that is not set.
auto on(bool Config::*member) {
  return [member](Config& config, const std::string& value) {
    config.*member = value == "1" || value == "true";
    const bool understood = config.*member || value == "0" || value == "false" || value.empty();
    return understood ? std::string() : "is on (true, 1) or off (false, 0), not '" + value + "'";
  };
}

const std::vector<Flag>& flags() {
  static const std::vector<Flag> all{
      {"database", "FILE", "SQLite file; made where there is none (national-report.sqlite)", text(&Config::database)},
      {"host", "ADDRESS", "address to listen on (127.0.0.1)", text(&Config::host)},
      {"port", "NUMBER", "port to listen on, 0 for any free one (8080)", number(&Config::port, 0, 65535)},
      {"tls-certificate", "FILE", "PEM certificate chain; with --tls-key the service speaks HTTPS",
       text(&Config::tls_certificate)},
      {"tls-key", "FILE", "PEM private key", text(&Config::tls_key)},
      {"cors-origins", "LIST", "web pages whose scripts may read answers, such as https://reports.example (none)",
       origins(&Config::cors_origins)},
      {"time-zone", "NAME", "IANA zone for posts and for reports that name none (UTC)", text(&Config::time_zone)},
      {"log", "FORM", "json, text, or auto: text on a terminal (auto)", choice(&Config::log, {"auto", "json", "text"})},
      {"log-level", "LEVEL", "debug, info, warn or error (info)",
       choice(&Config::log_level, {"debug", "info", "warn", "error"})},
      {"max-connections", "NUMBER", "connections at once; more are told to come later (1024)",
       number(&Config::max_connections, 8, 100'000)},
      {"address-limit", "NUMBER", "connections at once from one address, 0 for half of all (0)",
       number(&Config::address_limit, 0, 100'000)},
      {"max-threads", "NUMBER", "requests worked on at once (256)", number(&Config::max_threads, 2, 4096)},
      {"cache-mib", "NUMBER", "memory for answers that did not change, in MiB (32)",
       number(&Config::cache_mib, 1, 4096)},
      {"header-seconds", "NUMBER", "for the header of a request to arrive (10)",
       number(&Config::header_seconds, 1, 3600)},
      {"body-seconds", "NUMBER", "for its body to arrive, and one more for each 16 KiB of it that came (60)",
       number(&Config::body_seconds, 1, 3600)},
      {"write-seconds", "NUMBER", "for the client to take a part of an answer (30)",
       number(&Config::write_seconds, 1, 3600)},
      {"idle-seconds", "NUMBER", "that a connection stays open without a request (60)",
       number(&Config::idle_seconds, 1, 3600)},
      {"pandoc", "PROGRAM", "makes DOCX and ODT files (pandoc)", text(&Config::pandoc)},
      {"rsvg-convert", "PROGRAM", "draws the pictures in DOCX and ODT files (rsvg-convert)",
       text(&Config::rsvg_convert)},
      {"typst", "PROGRAM", "makes PDF files (typst)", text(&Config::typst)},
      {"soffice", "PROGRAM", "finds pages for the contents of DOCX files in exports and editions (soffice)",
       text(&Config::soffice)},
      {"converters", "NUMBER", "of these programs at once; more are told to come later (2)",
       number(&Config::converters, 1, 64)},
      {"converter-seconds", "NUMBER", "for one file to be made (120)", number(&Config::converter_seconds, 1, 3600)},
      {"converter-mib", "NUMBER", "address space of such a program, in MiB (2048)",
       number(&Config::converter_mib, 64, 65536)},
      {"documents", "DIR", "where files that were made are kept (the database's name with .documents)",
       text(&Config::documents)},
      {"documents-mib", "NUMBER", "room for them, in MiB (256)", number(&Config::documents_mib, 0, 1'000'000)},
      {"smtp", "URL", "relay for mail, smtp://HOST:587 or smtps://HOST:465 (none: no mail)", text(&Config::smtp)},
      {"smtp-user", "NAME", "login at the relay (none)", text(&Config::smtp_user)},
      {"smtp-password", "SECRET", "its password; better as a variable, or in a file", text(&Config::smtp_password)},
      {"smtp-password-file", "FILE", "the password is the first line of this file", text(&Config::smtp_password_file)},
      {"smtp-ca", "FILE", "PEM authorities that the relay's certificate is checked by (the system's)",
       text(&Config::smtp_ca)},
      {"smtp-tls", "WHEN", "required, none, or auto: required but for a relay on this machine (auto)",
       choice(&Config::smtp_tls, {"auto", "none", "required"})},
      {"smtp-seconds", "NUMBER", "for one mail to be handed over (60)", number(&Config::smtp_seconds, 1, 3600)},
      {"mail-from", "ADDRESS", "that mail comes from, and bounces go to", text(&Config::mail_from)},
      {"public-url", "URL", "of the service, as people reach it; links in mails begin with it",
       text(&Config::public_url)},
      {"user", "ID", "token: whose token it shall be", text(&Config::user)},
      {"label", "TEXT", "token: what it is for (command line)", text(&Config::label)},
      {"out", "PATH", "demo: the folder of the compiled report; export: the archive (REPORT.zip)", text(&Config::out)},
      {"server", "URL", "demo, export, health: a running service instead of the one of this host",
       text(&Config::server)},
      {"token", "SECRET", "demo: an administrator's token for --server; export: better as a variable",
       text(&Config::token)},
      {"token-file", "FILE", "export: the access token is in this file", text(&Config::token_file)},
      {"report", "ID", "export: which report", text(&Config::report)},
      {"formats", "LIST", "export: of docx,odt,pdf,html,md,json (docx,pdf)", text(&Config::formats)},
      {"languages", "LIST", "export: such as en,ru (all of the report)", text(&Config::languages)},
      {"select", "TEXTS", "export: approved or latest (latest)", choice(&Config::select, {"approved", "latest"})},
      {"once", "", "demo: end when the cycle is over", on(&Config::once)},
      {"force", "", "restore: replace the database that is there", on(&Config::force)},
      {"help", "", "this text", on(&Config::help)},
      {"version", "", "version of the program and its libraries", on(&Config::version)},
  };
  return all;
}

std::string variable_of(const Flag& flag) {
  std::string name = "NATIONAL_REPORT_" + flag.name;
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c == '-' ? '_' : static_cast<char>(std::toupper(c)); });
  return name;
}

const Flag* find_flag(std::string_view name) {
  const auto found = std::ranges::find(flags(), name, &Flag::name);
  return found == flags().end() ? nullptr : &*found;
}

void set(const Flag& flag, const std::string& called, const std::string& value, ParsedConfig& parsed) {
  const std::string complaint = flag.set(parsed.config, value);
  if (!complaint.empty()) parsed.problems.push_back(called + " " + complaint);
}

void read_environment(const Environment& environment, ParsedConfig& parsed) {
  for (const auto& [variable, value] : environment) {
    const auto flag = std::ranges::find(flags(), variable, variable_of);
    if (flag == flags().end()) {
      parsed.problems.push_back("the variable " + variable + " is not known; see --help");
    } else {
      set(*flag, variable, value, parsed);
    }
  }
}

void read_arguments(const std::vector<std::string>& arguments, ParsedConfig& parsed) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "-h") {
      parsed.config.help = true;
      continue;
    }
    if (!argument.starts_with("-") || argument == "-") {
      (parsed.config.command.empty() ? parsed.config.command : parsed.config.arguments.emplace_back()) = argument;
      continue;
    }
    const auto equals = argument.find('=');
    const std::string called = argument.substr(0, equals);
    const Flag* flag = called.starts_with("--") ? find_flag(std::string_view(called).substr(2)) : nullptr;
    if (flag != nullptr) parsed.flags.push_back(flag->name);
    if (flag == nullptr) {
      parsed.problems.push_back("the flag " + called + " is not known; see --help");
    } else if (equals != std::string::npos) {
      set(*flag, called, argument.substr(equals + 1), parsed);
    } else if (flag->value.empty()) {
      set(*flag, called, "true", parsed);
    } else if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--")) {
      set(*flag, called, arguments[++i], parsed);
    } else {
      parsed.problems.push_back(called + " needs a value: " + flag->value);
    }
  }
}

void check_file(const std::string& path, const std::string& flag, Problems& problems) {
  if (!path.empty() && access(path.c_str(), R_OK) != 0) problems.push_back(flag + ": cannot read '" + path + "'");
}

void check_together(ParsedConfig& parsed) {
  const Config& config = parsed.config;
  if (config.tls_certificate.empty() != config.tls_key.empty()) {
    parsed.problems.emplace_back("--tls-certificate and --tls-key go together");
  }
  check_file(config.tls_certificate, "--tls-certificate", parsed.problems);
  check_file(config.tls_key, "--tls-key", parsed.problems);
  if (!usecases::is_time_zone(config.time_zone)) {
    parsed.problems.push_back("--time-zone: there is no time zone '" + config.time_zone + "'");
  }
  for (auto& problem : mail_problems(config)) parsed.problems.push_back(std::move(problem));
  if (config.server.empty() != config.token.empty() && config.command == "demo") {
    parsed.problems.emplace_back("demo: --server and --token go together");
  }
}

}  // namespace

ParsedConfig parse_config(const std::vector<std::string>& arguments, const Environment& environment) {
  ParsedConfig parsed;
  read_environment(environment, parsed);
  read_arguments(arguments, parsed);
  check_together(parsed);
  return parsed;
}

std::string url_of_service(const Config& config) {
  if (!config.server.empty()) return config.server;
  const std::string host = config.host == "0.0.0.0" || config.host == "::" ? "127.0.0.1" : config.host;
  return (config.tls_certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(config.port);
}

std::string describe_flags() {
  std::vector<std::string> names;
  for (const Flag& flag : flags()) names.push_back(flag.name);
  return describe_flags(names);
}

std::string describe_flags(const std::vector<std::string>& names) {
  std::string description;
  for (const Flag& flag : flags()) {
    if (std::ranges::find(names, flag.name) == names.end()) continue;
    std::string line = "  --" + flag.name + (flag.value.empty() ? "" : " " + flag.value);
    line.resize(std::max<std::size_t>(line.size() + 1, 28), ' ');
    description += line + flag.help + "\n";
  }
  return description;
}

Environment process_environment() {
  constexpr std::string_view prefix = "NATIONAL_REPORT_";
  Environment environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto equals = text.find('=');
    if (text.starts_with(prefix) && equals != std::string_view::npos) {
      environment.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
  }
  return environment;
}
