#include "http/connection/library.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <random>
#include <stdexcept>

namespace http {
namespace {

constexpr int kBacklog = 512;

// The library calls its handlers on the thread that serves the request.
thread_local Exchange* current = nullptr;

void reuse_address(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void fill(const httplib::Request& from, Request& to) {
  to.method = from.method == "HEAD" ? "GET" : from.method;
  to.path = from.path;
  to.query.assign(from.params.begin(), from.params.end());
  to.headers.assign(from.headers.begin(), from.headers.end());
}

}  // namespace

std::string new_request_id() {
  static const unsigned run = std::random_device{}();  // tells one run of the service from the next
  static std::atomic<std::uint64_t> counter{0};
  char id[32];
  std::snprintf(id, sizeof id, "%08x-%llu", run, static_cast<unsigned long long>(++counter));
  return id;
}

Library::Library(const Hooks& hooks) : hooks_(hooks) {
  set_socket_options(reuse_address);
  // Everything is done here: behind it the library would read the body, unpack what says that it is compressed into as
  // much memory as that takes, and match the path against patterns.
  set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
    check(from, *current);
    current->silent = current->check_only && !current->refusal;
    if (current->silent) return HandlerResponse::Handled;
    if (!current->refusal) {
      handle(to);
    } else if (!current->answered) {
      deliver(std::move(*current->refusal), to);
    }
    return HandlerResponse::Handled;
  });
  // Also runs for answers that are complete already.
  set_error_handler([this](const httplib::Request& from, httplib::Response& to) {
    if (current->answered) return;
    fill(from, current->request);
    deliver(hooks_.refusal(to.status, "malformed_request", "The request is not as HTTP wants it.", current->request),
            to);
  });
}

Library::~Library() {
  const socket_t socket = svr_sock_.exchange(INVALID_SOCKET);
  if (socket != INVALID_SOCKET) ::close(socket);
}

std::pair<int, int> Library::bind(const std::string& host, int port) {
  const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
  if (bound < 0) {
    throw std::runtime_error("cannot listen on " + host + " port " + std::to_string(port) +
                             ": the address is not of this machine, or something else uses it");
  }
  ::listen(svr_sock_, kBacklog);  // the library's own backlog is 5
  return {svr_sock_, bound};
}

void Library::stop_listening() { ::shutdown(svr_sock_, SHUT_RDWR); }

bool Library::serve(httplib::Stream& stream, Exchange& exchange) {
  current = &exchange;
  bool closed = false;
  const auto nothing = [](httplib::Request&) {};
  // It takes the addresses of both ends since 0.16. A template, so that only the one that fits is compiled.
  const auto process = [&](auto& self) {
    if constexpr (requires { self.process_request(stream, false, closed, nothing); }) {
      return self.process_request(stream, exchange.last, closed, nothing);
    } else {
      return self.process_request(stream, exchange.request.remote, 0, "", 0, exchange.last, closed, nothing);
    }
  };
  const bool served = process(*this);
  current = nullptr;
  return served && !closed && !exchange.last && !exchange.response.close;
}

void Library::check(const httplib::Request& from, Exchange& exchange) {
  if (exchange.checked) return;
  exchange.checked = true;
  fill(from, exchange.request);
  if (!exchange.foreign_method.empty()) exchange.request.method = exchange.foreign_method;
  try {
    exchange.refusal = hooks_.check(exchange.request);
  } catch (const std::exception& error) {
    if (hooks_.faults) hooks_.faults(exchange.request, error.what());
    exchange.refusal =
        hooks_.refusal(500, "internal", "The service failed at this request. The fault was noted.", exchange.request);
  }
  if (exchange.refusal && !exchange.body.is_whole()) exchange.refusal->close = true;
}

void Library::handle(httplib::Response& to) {
  Exchange& exchange = *current;
  if (exchange.request.body.empty()) exchange.request.body = exchange.body.take();
  try {
    deliver(hooks_.handler(exchange.request), to);
  } catch (const std::exception& error) {
    if (hooks_.faults) hooks_.faults(exchange.request, error.what());
    deliver(
        hooks_.refusal(500, "internal", "The service failed at this request. The fault was noted.", exchange.request),
        to);
  }
}

void Library::deliver(Response response, httplib::Response& to) {
  Exchange& exchange = *current;
  exchange.answered = true;
  exchange.silent = response.waiting.has_value();
  to.status = response.status;
  for (const auto& [name, value] : response.headers) {
    if (name != "Content-Type") to.set_header(name.c_str(), value);
  }
  to.set_header("X-Request-Id", exchange.request.id);
  to.set_header("X-Content-Type-Options", "nosniff");
  to.set_header("Accept-Ranges", "none");
  if (response.close && !exchange.last) to.set_header("Connection", "close");
  const std::string type = response.header("Content-Type");
  if (response.body && !response.body->empty()) {
    to.set_content_provider(response.body->size(), type.c_str(),
                            [body = response.body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                              return sink.write(body->data() + offset, length), true;
                            });
  } else if (!type.empty()) {
    to.set_content("", type.c_str());
  }
  exchange.response = std::move(response);
}

}  // namespace http
