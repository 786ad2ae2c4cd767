// cpp-httplib as it comes, with keep-alive and a thread pool. Prints its port; ends when its input ends.
#pragma once

#include <httplib.h>

#include <iostream>
#include <limits>
#include <string>
#include <thread>

inline void run_bare(httplib::Server& server, std::size_t threads) {
  server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };  // the server deletes it
  server.set_keep_alive_max_count(std::numeric_limits<int>::max());
  server.set_tcp_nodelay(true);
  std::cout << server.bind_to_any_port("127.0.0.1") << std::endl;
  std::thread stopper([&] {
    std::string line;
    while (std::getline(std::cin, line)) continue;
    server.stop();
  });
  server.listen_after_bind();
  stopper.join();
}
