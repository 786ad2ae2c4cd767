// The poller: accepts connections, waits for whole headers and bodies and for what answers wait for, hands what is
// ready to workers, and ends what takes too long.
#pragma once

#include <sys/epoll.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/basis/message.hpp"
#include "http/connection/connection.hpp"
#include "http/connection/library.hpp"
#include "http/connection/server.hpp"
#include "http/connection/worker_pool.hpp"

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
  void wake_waiting();

 private:
  using Connections = std::unordered_map<Connection*, std::unique_ptr<Connection>>;
  using Milliseconds = std::chrono::milliseconds;
  enum class Turn { next, ends, waits };

  // On the poller's thread.
  void go_round();
  void forget_wake();
  void expire();
  void begin_stopping();
  void drop_idle();
  bool finished();
  // loop_accept.cpp
  void accept_all();
  void admit(int socket, const std::string& remote);
  void pause_accepting();
  void accept_again();
  enum class Room { enough, none, not_even_for_a_refusal };
  Room make_room(const std::string& network);
  bool drop_oldest_idle(const std::string& network);
  // loop_phases.cpp
  Connection::Phase phase_of(const Connection& connection);
  void proceed(Connection& connection);
  void proceed_handshake(Connection& connection);
  void proceed_reading(Connection& connection);
  void proceed_body(Connection& connection);
  void proceed_draining(Connection& connection);
  void proceed_ready();
  void expire_one(Connection& connection);
  // loop_waiting.cpp
  void no_longer_waits(Connection& connection);
  void look_at_waiting();
  void resume(Connection& connection);

  // On any thread.
  void wake();

  // On the thread that has the connection.
  void refuse(Connection& connection, int status, std::string_view code, const domain::Message& detail);
  void continue_output(Connection& connection);
  void wait_for(Connection& connection, Connection::Phase phase, Milliseconds most, unsigned events);
  void wait_for_request(Connection& connection);
  void wait_for_body(Connection& connection);
  void park(Connection& connection);
  void watch_again(Connection& connection, unsigned events);
  void drop(Connection& connection);
  void give_to_worker(Connection& connection);
  WorkerPool& pool_for(const RequestHead& head);

  // On a worker's thread (loop_work.cpp).
  void work(Connection& connection, WorkerPool& pool);
  Turn serve_one(Connection& connection, WorkerPool& pool);
  void prepare(Connection& connection);
  void expect_body(Connection& connection);
  void receive_small_body(Connection& connection, WorkerPool& pool);
  bool next_request(Connection& connection, WorkerPool& pool, RequestHead& head);
  HeadLimits limits() const;
  Milliseconds body_time(const Exchange& exchange) const;

  ServerOptions options_;
  Hooks hooks_;
  Library library_;
  SSL_CTX* tls_ = nullptr;
  int listener_ = -1;
  int epoll_ = -1;
  int wake_ = -1;
  std::atomic<bool> stopping_{false};
  TimePoint stop_by_{};
  std::mutex mutex_;  // guards connections_, their `busy` and `watched`, their number by network, and the two lists
  Connections connections_;
  std::unordered_map<std::string, std::size_t> from_;  // how many of them, by network
  bool accepting_ = true;
  std::unordered_set<Connection*> waiting_;  // parked with an answer that waits
  std::atomic<std::size_t> waiting_count_{0};
  std::vector<Connection*> ready_;  // have bytes that nobody looked at
  std::unique_ptr<WorkerPool> workers_;
  std::unique_ptr<WorkerPool> express_;
};

}  // namespace http
