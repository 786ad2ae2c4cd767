// The contract (api/openapi.yaml) at run time: which operations there are, and what it says of requests and responses.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/basis/error.hpp"
#include "http/contract/json.hpp"
#include "http/contract/schema.hpp"

namespace http {

struct Parameter {
  std::string name;
  std::string in;  // "path", "query", "header"
  bool required = false;
  Schema schema;
};

using Content = std::map<std::string, Schema>;  // media type -> schema

struct Operation {
  std::string operation_id;
  std::string method;  // "GET"
  std::string path;    // "/v1/reports/{report}"
  bool needs_token = true;
  std::string scope;          // that the token must have; empty where no token is needed
  std::string token_in_path;  // the parameter that has it; empty: it comes as Authorization
  bool needs_if_match = false;
  bool own_reader = false;  // its handler reads the body, and says what is wrong with it
  bool makes_new = false;   // with If-None-Match: * in the place of If-Match
  std::size_t max_body_bytes = 0;
  std::string too_large;                    // what to do about a larger one, in a sentence; empty: nothing is known
  std::vector<std::string> request_types;   // media types of the body; empty: the operation takes none
  std::vector<std::string> response_types;  // of its answer where it was carried out, in the order of preference
  std::vector<Parameter> parameters;
  Content request;
  std::map<int, Content> responses;  // by status; no content: no body
  Content refusals;                  // what answers with any other status from 400 on

  const Parameter* parameter(const std::string& name, const std::string& in) const;  // null: none
};

class Contract {
 public:
  // The one that the program carries.
  static const Contract& instance();

  // Errors: std::exception where this is no contract as this program needs it.
  explicit Contract(const Json& document);

  const std::vector<Operation>& operations() const { return operations_; }
  const std::string& version() const { return version_; }  // "0.1.0", that of the program
  const std::string& summary() const { return summary_; }  // what the service is for, in a sentence
  // The schema that a $ref stands for; any other schema itself.
  const Body& resolve(const Body& schema) const { return schemas_.resolve(schema); }
  // What the operation with the largest bodies takes, in bytes.
  std::size_t max_body_bytes() const;

  using Pairs = std::vector<std::pair<std::string, std::string>>;
  // What is wrong with the parameters in path and query; a finding's pointer is the parameter's name.
  std::vector<domain::Finding> check_parameters(const Operation& operation, const Pairs& path,
                                                const Pairs& query) const;
  std::vector<domain::Finding> check_request_body(const Operation& operation, const std::string& media_type,
                                                  const Body& body) const;
  // body: of a JSON answer; not looked at for other media types.
  std::vector<domain::Finding> check_response(const Operation& operation, int status, const std::string& media_type,
                                              const Body& body) const;

 private:
  void add_wrong_forms(const Schema& schema, const Body& body, std::vector<domain::Finding>& findings) const;
  // The message about a parameter, with what to do where each space of it was meant to be a plus sign.
  domain::Message hint_at_plus(const Parameter& parameter, const domain::Message& message, std::string text) const;
  void check_value(const Parameter& parameter, const std::string& text, std::vector<domain::Finding>& findings) const;

  Schemas schemas_;
  std::vector<Operation> operations_;
  std::string version_;
  std::string summary_;
};

}  // namespace http
