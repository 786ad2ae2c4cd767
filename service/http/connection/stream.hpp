// What cpp-httplib reads the header of a request from and writes its answer to.
#pragma once

#include <httplib.h>

#include "http/connection/connection.hpp"

namespace http {

class RequestStream : public httplib::Stream {
 public:
  // idle: how long the connection stays open behind the answer.
  RequestStream(Connection& connection, Exchange& exchange, std::chrono::milliseconds idle)
      : connection_(connection), exchange_(exchange), idle_(idle), head_(exchange.head_bytes) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return connection_.socket(); }

 private:
  Connection& connection_;
  Exchange& exchange_;
  std::chrono::milliseconds idle_;
  bool began_ = false;     // to write
  std::string_view head_;  // what of it was not read
};

}  // namespace http
