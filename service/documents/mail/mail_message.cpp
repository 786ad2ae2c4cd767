#include "documents/mail/mail_message.hpp"

#include <stdexcept>

#include "documents/mail/mail_address.hpp"
#include "documents/mail/mail_header.hpp"
#include "documents/text/base64.hpp"

namespace documents {
namespace {

constexpr std::size_t kLongestLineOfBody = 76;

void require_address(const std::string& address) {
  if (!is_mail_address(address)) throw std::invalid_argument("mail cannot be sent to this address");
}

std::string with_crlf(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\r') continue;
    lines += c == '\n' ? std::string_view("\r\n") : std::string_view(&c, 1);
  }
  return lines;
}

// Digits and letters only: no line of a base64 body can be the boundary, which has an underscore.
std::string boundary_of(const MailMessage& mail) { return "_" + mail.message_id.substr(0, mail.message_id.find('@')); }

std::string header(const MailMessage& mail, const std::string& boundary) {
  std::string out = "Date: " + header_date(mail.date) + "\r\n";
  out += address_header("From", mail.from_name, mail.from);
  out += address_header("To", mail.to_name, mail.to);
  if (!mail.reply_to.empty()) out += address_header("Reply-To", "", mail.reply_to);
  out += text_header("Subject", mail.subject);
  out += "Message-ID: <" + header_text(mail.message_id) + ">\r\n";
  out += "MIME-Version: 1.0\r\n";
  out += text_header("Content-Language", mail.language);
  out += "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n";
  out += "Auto-Submitted: auto-generated\r\n";            // RFC 3834; who is away answers nothing
  out += "X-Auto-Response-Suppress: OOF, AutoReply\r\n";  // and so for Exchange, which does not know that
  if (mail.unsubscribe_url.empty()) return out;
  out += "List-Unsubscribe: <" + header_text(mail.unsubscribe_url) + ">\r\n";
  return out + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";  // RFC 8058
}

std::string part(const std::string& boundary, const std::string& type, const std::string& body) {
  std::string coded;
  append_base64(coded, with_crlf(body));
  std::string out =
      "--" + boundary + "\r\nContent-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  for (std::size_t at = 0; at < coded.size(); at += kLongestLineOfBody) {
    out += coded.substr(at, kLongestLineOfBody) + "\r\n";
  }
  return out;
}

}  // namespace

std::string write_mail(const MailMessage& mail) {
  require_address(mail.from);
  require_address(mail.to);
  if (!mail.reply_to.empty()) require_address(mail.reply_to);
  const std::string boundary = boundary_of(mail);
  std::string out = header(mail, boundary) + "\r\n";
  out += part(boundary, "text/plain", mail.text);
  out += part(boundary, "text/html", mail.html);
  out += "--" + boundary + "--\r\n";
  if (out.size() > kMostMailBytes) throw std::length_error("the mail is longer than a relay is given");
  return out;
}

}  // namespace documents
