// What the command export says to a service: start a job, ask how far it is, fetch its file.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace httplib {
class Client;
struct Response;
}  // namespace httplib

// Errors of all: std::runtime_error in words for a person, with what the service says where it refuses.
class ExportClient {
 public:
  using Json = nlohmann::json;

  // url: "https://reports.example"; token: an access token.
  ExportClient(const std::string& url, std::string token, const std::string& report);
  ~ExportClient();
  ExportClient(const ExportClient&) = delete;
  ExportClient& operator=(const ExportClient&) = delete;

  // Gives the job as the contract describes it.
  Json start(const Json& wanted);
  // The job again, once there is news or so many seconds have passed. Nothing: the service does not answer just now.
  std::optional<Json> news(int wait_seconds);
  std::string fetch();
  // As well as it can.
  void cancel();

  // Sections by state.
  Json counts();

 private:
  std::optional<httplib::Response> get(const std::string& path);
  const httplib::Response& checked(const httplib::Response& response) const;
  [[noreturn]] void throw_no_answer(const std::string& why) const;

  std::string url_;
  std::string token_;
  std::string report_;   // its address
  std::string address_;  // of the job
  std::unique_ptr<httplib::Client> client_;
};
