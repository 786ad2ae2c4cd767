// The one thread that makes exports and editions, one after the other, oldest first. What waited or ran when the
// service stopped is in the database and is begun again.
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "store/report/exports.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

class ExportWorker {
 public:
  // on_fault: what it cannot tell anybody else, e.g. that the database does not answer; for the log.
  ExportWorker(Service& service, std::function<void(const std::string& what, const std::string& said)> on_fault);
  // Ends the job under way at its next step; a program at work is ended by Converters::stop().
  ~ExportWorker();
  ExportWorker(const ExportWorker&) = delete;
  ExportWorker& operator=(const ExportWorker&) = delete;

 private:
  void loop();
  bool work_on_next();
  void work_on(domain::Export job);

  Service& service_;
  std::function<void(const std::string&, const std::string&)> on_fault_;
  std::thread thread_;
};

}  // namespace usecases
