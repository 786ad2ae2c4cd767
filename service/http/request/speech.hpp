// The language in which whoever asks is told things, by Accept-Language. It is chosen once for an answer.
#pragma once

#include <string>

#include "domain/basis/message.hpp"
#include "http/message/message.hpp"

namespace http {

class Speech {
 public:
  explicit Speech(const Request& request);

  const std::string& language() const { return language_; }  // "ru"
  std::string operator()(const domain::Message& message) const;

 private:
  std::string language_;
};

}  // namespace http
