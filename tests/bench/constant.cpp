// What the library alone can do: cpp-httplib as it comes, with keep-alive and a thread pool, answering every GET with
// the same bytes. Prints its port; ends when its input ends.
//   bench-constant BYTES THREADS
#include <httplib.h>

#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <thread>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string body(std::strtoul(argv[1], nullptr, 10), 'x');
  const auto threads = std::strtoul(argv[2], nullptr, 10);
  httplib::Server server;
  server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };  // the server deletes it
  server.set_keep_alive_max_count(std::numeric_limits<int>::max());
  server.set_tcp_nodelay(true);
  server.Get("/constant", [&](const httplib::Request&, httplib::Response& response) {
    response.set_content(body, "application/json");
  });
  std::cout << server.bind_to_any_port("127.0.0.1") << std::endl;
  std::thread stopper([&] {
    std::string line;
    while (std::getline(std::cin, line)) continue;
    server.stop();
  });
  server.listen_after_bind();
  stopper.join();
  return 0;
}
