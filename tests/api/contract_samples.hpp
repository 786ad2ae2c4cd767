// Requests made from the contract: one that fits for each operation, and many that do not.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "http/contract/contract.hpp"
#include "support/api_app.hpp"

struct Probe {
  std::string method;
  std::string path;
  std::string body;
  support::HeaderMap headers;
};

class ContractSamples {
 public:
  // values: of the parameters in paths, e.g. {"report", "tkm-2026"}.
  explicit ContractSamples(std::map<std::string, std::string> values);

  // A request as the contract wants it.
  Probe fitting(const http::Operation& operation) const;
  // Requests with bodies that do not fit: every field with values of other types and sizes, absent, and one too many;
  // and bodies that are no JSON.
  std::vector<Probe> with_odd_bodies(const http::Operation& operation) const;
  // Odd values in the path, one parameter at a time; odd, repeated and unknown parameters behind it.
  std::vector<Probe> with_odd_addresses(const http::Operation& operation) const;
  // Media types, versions and keys that do not fit.
  std::vector<Probe> with_odd_headers(const http::Operation& operation) const;

 private:
  const http::Body& resolve(const http::Body& schema) const;
  http::Body sample(const http::Body& schema, const std::string& name, int depth = 0) const;
  http::Body example(const http::Operation& operation, const std::string& type) const;
  std::string path_of(const http::Operation& operation, const std::string& odd = "",
                      const std::string& value = "") const;

  http::Body document_;
  std::map<std::string, std::string> values_;
};
