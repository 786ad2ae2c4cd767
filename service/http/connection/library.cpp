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

// The library makes its request itself and hands it to its handlers. What it lets us put into that before has one place
// for something of ours, in all of its versions: the function that a client is told its answer by, which no server
// calls.
struct Carrier {
  Exchange* exchange;
  bool operator()(const httplib::Response&) const { return true; }
};

Exchange& exchange_of(const httplib::Request& request) { return *request.response_handler.target<Carrier>()->exchange; }

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
    Exchange& exchange = exchange_of(from);
    check(from, exchange);
    exchange.silent = exchange.check_only && !exchange.refusal;
    if (exchange.silent) return HandlerResponse::Handled;
    if (!exchange.refusal) {
      handle(exchange, to);
    } else if (!exchange.answered) {
      deliver(std::move(*exchange.refusal), exchange, to);
    }
    return HandlerResponse::Handled;
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
  bool closed = false;
  const auto give_along = [&](httplib::Request& request) { request.response_handler = Carrier{&exchange}; };
  // It takes the addresses of both ends since 0.16. A template, so that only the one that fits is compiled.
  const auto process = [&](auto& self) {
    if constexpr (requires { self.process_request(stream, false, closed, give_along); }) {
      return self.process_request(stream, exchange.last, closed, give_along);
    } else {
      return self.process_request(stream, exchange.request.remote, 0, "", 0, exchange.last, closed, give_along);
    }
  };
  const bool served = process(*this);
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
    exchange.refusal = hooks_.refusal(
        500, "internal", domain::say("The service failed on this request. The fault was logged."), exchange.request);
  }
  if (exchange.refusal && !exchange.body.is_whole()) exchange.refusal->close = true;
}

void Library::handle(Exchange& exchange, httplib::Response& to) {
  if (exchange.request.body.empty()) exchange.request.body = exchange.body.take();
  try {
    deliver(hooks_.handler(exchange.request), exchange, to);
  } catch (const std::exception& error) {
    if (hooks_.faults) hooks_.faults(exchange.request, error.what());
    deliver(hooks_.refusal(500, "internal", domain::say("The service failed on this request. The fault was logged."),
                           exchange.request),
            exchange, to);
  }
}

void Library::deliver(Response response, Exchange& exchange, httplib::Response& to) {
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
