#include "service_program.hpp"

const std::string& service_program() {
  static const std::string path = NATIONAL_REPORT_PROGRAM;
  return path;
}
