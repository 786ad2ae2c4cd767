#include "usecases/mail/smtp_address.hpp"

#include <stdexcept>
#include <string_view>

namespace usecases {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kOfHost = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";

bool holds_only(std::string_view text, std::string_view letters) {
  return text.find_first_not_of(letters) == std::string_view::npos;
}

int port_in(std::string_view digits) {
  const bool number = !digits.empty() && digits.size() <= 5 && holds_only(digits, kDigits);
  const int port = number ? std::stoi(std::string(digits)) : 0;
  if (port < 1 || port > 65535) throw std::invalid_argument("has a port from 1 to 65535");
  return port;
}

}  // namespace

bool SmtpAddress::is_this_machine() const {
  return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && holds_only(host, "0123456789."));
}

SmtpAddress parse_smtp_url(const std::string& url) {
  SmtpAddress address;
  const auto scheme = url.find("://");
  if (scheme != std::string::npos) address.scheme = url.substr(0, scheme);
  if (address.scheme != "smtp" && address.scheme != "smtps") {
    throw std::invalid_argument("begins with smtp:// (port 587) or smtps:// (port 465)");
  }
  std::string_view rest = std::string_view(url).substr(scheme + 3);
  const auto colon = rest.rfind(':');
  const bool has_port = colon != std::string_view::npos && rest.find(']', colon) == std::string_view::npos;
  address.port = address.scheme == "smtps" ? 465 : 587;
  if (has_port) address.port = port_in(rest.substr(colon + 1));
  address.host = has_port ? rest.substr(0, colon) : rest;
  if (address.host.empty() || address.host.size() > 253 || !holds_only(address.host, kOfHost)) {
    throw std::invalid_argument("is a scheme, a host and a port, and nothing else; the login has flags of its own");
  }
  return address;
}

}  // namespace usecases
