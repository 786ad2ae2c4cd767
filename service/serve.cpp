// The commands serve, health, --help and --version.
#include <httplib.h>
#include <sqlite3.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "app.hpp"
#include "command_list.hpp"
#include "commands.hpp"
#include "log.hpp"
#include "mail_config.hpp"
#include "memory.hpp"
#include "stop_signals.hpp"

namespace {

void ignore_signals() {
  // A file that may not grow is an error to answer, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
}

void greet(App& app) {
  if (app.first_token()) {
    std::cout << "The database is new. Access token of the user 'admin' (shown once, keep it safe):\n"
              << *app.first_token() << "\n"
              << std::flush;
  }
  log_info("listening on " + app.url());
}

void print_all_commands() {
  std::cout << "national-report COMMAND [FLAGS]\n\n";
  for (const CommandWords& known : command_list()) {
    std::string line = "  " + std::string(known.usage);
    line.resize(std::max<std::size_t>(line.size() + 2, 25), ' ');
    std::cout << line << known.help << "\n";
  }
  std::cout << "\nFlags, each also as a variable NATIONAL_REPORT_FLAG_NAME:\n" << describe_flags();
}

}  // namespace

int serve(const Config& config) {
  keep_memory_small();
  ignore_signals();
  start_log(config);
  const StopSignals signals;
  App app(config);
  app.bind();
  greet(app);
  std::thread stopper([&] {
    signals.wait();
    log_info("stopping");
    app.stop();
  });
  app.run();
  stopper.join();
  log_info("stopped");
  return 0;
}

int check_health(const Config& config) {
  httplib::Client client(url_of_service(config));
  client.enable_server_certificate_verification(false);  // it is this very host
  client.set_connection_timeout(2);
  client.set_read_timeout(2);
  const auto answer = client.Get("/healthz");
  return answer && answer->status == 200 ? 0 : 1;
}

int print_version(const Config& config) {
  std::cout << "national-report " NATIONAL_REPORT_VERSION "\n"
            << "cpp-httplib " CPPHTTPLIB_VERSION "\n"
            << "sqlite " << sqlite3_libversion() << "\n"
            << usecases::smtp_library() << "\n"
            << describe_mail(config) << "\n";
  usecases::ConverterOptions converters;
  converters.pandoc = config.pandoc;
  converters.typst = config.typst;
  converters.rsvg_convert = config.rsvg_convert;
  converters.soffice = config.soffice;
  for (const auto& program : usecases::Converters(converters).programs()) {
    std::cout << program.name << " " << (program.path.empty() ? "is not installed" : program.version) << "\n";
  }
  return 0;
}

int print_help(const Config& config) {
  const bool asked = config.command == "help" && !config.arguments.empty();
  const std::string& name = asked ? config.arguments.front() : config.command;
  const bool all = name.empty() || (name == "help" && !config.help);
  if (all) {
    print_all_commands();
    return 0;
  }
  const CommandWords* command = find_command(name);
  if (command == nullptr) throw std::invalid_argument(unknown_command(name));
  std::cout << describe_command(*command);
  return 0;
}
