// The poller: accepts connections, waits for whole headers, hands them to workers, and ends what takes too long.
#pragma once

#include <sys/epoll.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "http/connection.hpp"
#include "http/library.hpp"
#include "http/request_head.hpp"
#include "http/server.hpp"
#include "http/worker_pool.hpp"

namespace http {

class Server::Loop {
 public:
  Loop(ServerOptions options, Hooks hooks);
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  int bind();
  void run();
  void stop();

 private:
  using Connections = std::unordered_map<Connection*, std::unique_ptr<Connection>>;

  // On the poller's thread.
  void accept_all();
  void admit(int socket, const std::string& remote);
  bool make_room();
  Connection::Phase phase_of(const Connection& connection);
  void proceed(Connection& connection);
  void proceed_reading(Connection& connection);
  void proceed_draining(Connection& connection);
  void expire();
  void expire_one(Connection& connection);
  void begin_stopping();
  void drop_idle();
  bool finished();

  // On the thread that has the connection.
  void refuse(Connection& connection, int status, std::string_view code, std::string_view detail);
  void continue_output(Connection& connection);
  void wait_for(Connection& connection, Connection::Phase phase, std::chrono::milliseconds most, unsigned events);
  void wait_for_request(Connection& connection);
  void drop(Connection& connection);

  // On a worker's thread.
  void work(Connection& connection, RequestHead head);
  bool serve_one(Connection& connection, const RequestHead& head);
  bool next_request(Connection& connection, RequestHead& head);
  HeadLimits limits() const;

  ServerOptions options_;
  Hooks hooks_;
  Library library_;
  SSL_CTX* tls_ = nullptr;
  int listener_ = -1;
  int epoll_ = -1;
  int wake_ = -1;
  std::atomic<bool> stopping_{false};
  TimePoint stop_by_{};
  std::mutex mutex_;  // guards connections_ and their `busy`
  Connections connections_;
  std::unique_ptr<WorkerPool> workers_;
};

}  // namespace http
