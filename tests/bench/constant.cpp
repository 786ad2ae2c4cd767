// What the library alone can do: every GET is answered with the same bytes.
//   bench-constant BYTES THREADS
#include <cstdlib>

#include "bare_server.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string body(std::strtoul(argv[1], nullptr, 10), 'x');
  httplib::Server server;
  server.Get("/constant", [&](const httplib::Request&, httplib::Response& response) {
    response.set_content(body, "application/json");
  });
  run_bare(server, std::strtoul(argv[2], nullptr, 10));
  return 0;
}
