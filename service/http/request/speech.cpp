#include "http/request/speech.hpp"

#include "usecases/frame/told.hpp"

namespace http {

Speech::Speech(const Request& request) : language_(usecases::message_language(request.header("Accept-Language"))) {}

std::string Speech::operator()(const domain::Message& message) const { return usecases::told(message, language_); }

}  // namespace http
