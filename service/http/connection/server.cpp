#include "http/connection/server.hpp"

#include "http/connection/loop.hpp"

namespace http {

Server::Server(ServerOptions options, HeaderCheck check, Handler handler, Refusal refusal, Observer observer,
               FaultListener faults)
    : loop_(std::make_unique<Loop>(std::move(options), Hooks{std::move(check), std::move(handler), std::move(refusal),
                                                             std::move(observer), std::move(faults)})) {}

Server::~Server() = default;

int Server::bind() { return loop_->bind(); }
void Server::run() { loop_->run(); }
void Server::stop() { loop_->stop(); }
void Server::wake() { loop_->wake_waiting(); }

}  // namespace http
