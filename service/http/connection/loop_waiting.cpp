// Answers that wait for something to happen: declared in loop.hpp.
#include "http/connection/loop.hpp"

namespace http {

// Whoever begins to wait after this was asked looks in the next round at what happened before.
void Server::Loop::wake_waiting() {
  if (waiting_count_ > 0) wake();
}

// On a worker's thread, which must not touch the connection any more. From here on its end is watched for; what
// happened before is looked for in the next round.
void Server::Loop::park(Connection& connection) {
  const std::lock_guard lock(mutex_);
  connection.phase = Connection::Phase::waiting;
  connection.deadline = TimePoint::clock::now() + connection.exchange->response.waiting->most;
  connection.busy = false;
  waiting_.insert(&connection);
  waiting_count_ = waiting_.size();
  watch_again(connection, EPOLLRDHUP);
  wake();
}

// With the lock.
void Server::Loop::no_longer_waits(Connection& connection) {
  waiting_.erase(&connection);
  waiting_count_ = waiting_.size();
}

void Server::Loop::look_at_waiting() {
  std::vector<Connection*> over;
  {
    const std::lock_guard lock(mutex_);
    for (Connection* connection : waiting_) {
      if (stopping_ || connection->exchange->response.waiting->is_over()) over.push_back(connection);
    }
  }
  for (Connection* connection : over) resume(*connection);
}

// The request is answered again, by what holds now.
void Server::Loop::resume(Connection& connection) {
  Exchange& exchange = *connection.exchange;
  {
    const std::lock_guard lock(mutex_);
    no_longer_waits(connection);
    // It is still watched, and nothing may come of that while a worker has it.
    epoll_ctl(epoll_, EPOLL_CTL_DEL, connection.socket(), nullptr);
    connection.watched = false;
  }
  const auto passed = TimePoint::clock::now() - exchange.start;
  exchange.request.waited = stopping_ ? kNoMoreWaiting : std::chrono::duration_cast<Milliseconds>(passed);
  exchange.response = {};
  exchange.answered = false;
  give_to_worker(connection);
}

}  // namespace http
