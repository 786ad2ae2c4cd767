// What a client would have an answer as: its Accept header, parsed once for a request.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/weighted_ranges.hpp"
#include "http/message/message.hpp"

namespace http {

class Accepted {
 public:
  explicit Accepted(const Request& request);
  Accepted(const Accepted&) = delete;
  Accepted& operator=(const Accepted&) = delete;

  // The media type to answer with; empty: none of them will do. The first is the default.
  std::string_view choose(std::initializer_list<std::string_view> offered) const;
  bool takes_any_of(const std::vector<std::string>& offered) const;

 private:
  // 0 to 1; the most specific range counts.
  double weight_of(std::string_view type) const;

  std::string header_;  // in small letters; the ranges point into it
  std::vector<domain::WeightedRange> ranges_;
  bool whatever_ = false;  // the client names nothing that it wants
};

}  // namespace http
