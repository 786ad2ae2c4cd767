// Flags and environment, read and checked once. Every flag --some-name has a variable NATIONAL_REPORT_SOME_NAME; the
// flag wins.
#pragma once

#include <map>
#include <string>
#include <vector>

struct Config {
  std::string command;                 // "serve", "demo", ...
  std::vector<std::string> arguments;  // what follows the command and is no flag

  std::string database = "national-report.sqlite";
  std::string host = "127.0.0.1";
  int port = 8080;              // 0: any free port
  std::string tls_certificate;  // PEM files; both or none
  std::string tls_key;
  std::vector<std::string> cors_origins;  // "https://reports.example": of pages whose scripts may read answers
  std::string time_zone = "UTC";          // IANA
  std::string log = "auto";               // auto (text on a terminal, else json), text, json
  std::string log_level = "info";         // debug, info, warn, error
  int max_connections = 1024;
  int address_limit = 0;  // 0: half of them
  int max_threads = 256;
  int cache_mib = 32;
  int header_seconds = 10;  // time limits of one request, see http::ServerOptions
  int body_seconds = 60;
  int write_seconds = 30;
  int idle_seconds = 60;
  std::string pandoc = "pandoc";              // makes DOCX and ODT; a name on PATH, or a path
  std::string rsvg_convert = "rsvg-convert";  // draws pictures for DOCX and ODT
  std::string typst = "typst";                // makes PDF
  std::string soffice = "soffice";            // finds the pages of DOCX
  int converters = 2;                         // of them at once
  int converter_seconds = 120;                // limits of one conversion
  int converter_mib = 2048;
  std::string documents;  // folder of the files that were made; empty: beside the database
  int documents_mib = 256;
  std::string smtp;  // "smtp://relay.example:587", "smtps://..."; empty: no mail
  std::string smtp_user;
  std::string smtp_password;
  std::string smtp_password_file;
  std::string smtp_ca;            // PEM; empty: the authorities of the system
  std::string smtp_tls = "auto";  // auto (required but for this machine), required, none
  int smtp_seconds = 60;          // for one mail
  std::string mail_from;          // address
  std::string public_url;         // "https://reports.example": what links in mails begin with

  std::string user;                    // token
  std::string label = "command line";  // token
  std::string out;                     // demo: where the report is written; export: the archive
  std::string server;                  // demo, export, health: URL of a running service
  std::string token;                   // demo: an admin's token for that server; export: anybody's
  std::string token_file;              // export: in the place of token
  std::string report;                  // export
  std::string formats = "docx,pdf";    // export: with commas between them
  std::string languages;               // export: likewise; empty: all
  std::string select = "latest";       // export: approved, latest
  bool once = false;                   // demo: end when the cycle is over
  bool force = false;                  // restore: replace an existing database
  bool help = false;
  bool version = false;
};

struct ParsedConfig {
  Config config;
  std::vector<std::string> flags;     // those of the command line: "port"
  std::vector<std::string> problems;  // one sentence each; empty: all is well
};

using Environment = std::map<std::string, std::string>;

// arguments: without the program's name.
ParsedConfig parse_config(const std::vector<std::string>& arguments, const Environment& environment);

// "http://127.0.0.1:8080": --server, or else the service of this host.
std::string url_of_service(const Config& config);

// All flags with their variables, defaults and meanings, for --help and the README.
std::string describe_flags();
// Those of these names.
std::string describe_flags(const std::vector<std::string>& names);

// The variables of this process that begin with NATIONAL_REPORT_.
Environment process_environment();
