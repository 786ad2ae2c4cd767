#include "documents/mail/mail_message.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>
#include <string>

#include "documents/mail/letter.hpp"

using namespace documents;

namespace {

MailMessage sample_message() {
  MailMessage mail;
  mail.from_name = "national-report";
  mail.from = "reports@service.example";
  mail.to_name = "Şöhrat";
  mail.to = "head@labour.example";
  mail.subject = "Отчёт";
  mail.text = "Line one\nLine two\n.\nFrom here";
  mail.html = "<p>Line</p>";
  mail.language = "tk";
  mail.date = 1'768'467'600'000;
  mail.message_id = "abcdefgh234567@reports.example";
  return mail;
}

bool holds_line(const std::string& mail, const std::string& line) {
  return ("\r\n" + mail).find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a mail has the headers that keep machines from answering it, and the same bytes each time") {
  const std::string mail = write_mail(sample_message());
  CHECK(mail == write_mail(sample_message()));
  for (const char* line : {"Date: Thu, 15 Jan 2026 09:00:00 +0000", "From: national-report <reports@service.example>",
                           "Message-ID: <abcdefgh234567@reports.example>", "Auto-Submitted: auto-generated",
                           "X-Auto-Response-Suppress: OOF, AutoReply", "Content-Language: tk", "MIME-Version: 1.0"}) {
    CHECK_MESSAGE(holds_line(mail, line), line);
  }
  CHECK(mail.find("Reply-To") == std::string::npos);
  CHECK(mail.find("List-Unsubscribe") == std::string::npos);
  CHECK(mail.find("\n.") == std::string::npos);  // which would end it
  for (std::size_t at = 0; (at = mail.find('\n', at)) != std::string::npos; ++at) CHECK(mail[at - 1] == '\r');
}

TEST_CASE("mail that may be switched off says how, by a link and at one click") {
  MailMessage message = sample_message();
  message.unsubscribe_url = "https://reports.example/v1/unsubscribe/" + std::string(64, 'a');
  message.reply_to = "coordinator@ministry.example";
  const std::string mail = write_mail(message);
  CHECK(holds_line(mail, "List-Unsubscribe: <" + message.unsubscribe_url + ">"));
  CHECK(holds_line(mail, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
  CHECK(holds_line(mail, "Reply-To: coordinator@ministry.example"));
}

TEST_CASE("a mail to or from what is no address is not written") {
  for (const std::string wrong : {"", "a", "a@b\r\nBcc: c@d"}) {
    MailMessage to = sample_message();
    to.to = wrong;
    CHECK_THROWS_AS(write_mail(to), std::invalid_argument);
    MailMessage from = sample_message();
    from.from = wrong;
    CHECK_THROWS_AS(write_mail(from), std::invalid_argument);
  }
  MailMessage answered = sample_message();
  answered.reply_to = "a@b, c@d";
  CHECK_THROWS_AS(write_mail(answered), std::invalid_argument);
}

TEST_CASE("a mail has a bound, and what is just below it is written") {
  MailMessage mail = sample_message();
  mail.text = std::string(33'000, 'x');
  CHECK(write_mail(mail).size() <= kMostMailBytes);
  mail.text = std::string(36'000, 'x');
  CHECK_THROWS_AS(write_mail(mail), std::length_error);
}

TEST_CASE("a letter says the same as text and as HTML, and no title in it makes markup or lines") {
  Letter letter;
  letter.language = "ru";
  letter.title = "Новое: <b>1</b>\r\nX";
  letter.parts = {{"Good day"},
                  {"Section \"A\" & <script>", "https://reports.example/?a=1&b=\"", true},
                  {"Second\nline", "", true},
                  {"Yours"}};
  letter.footer = {{"Stop", "https://reports.example/v1/unsubscribe/x"}};
  CHECK(letter_text(letter) ==
        "Новое: <b>1</b>  X\n\nGood day\n\n- Section \"A\" & <script>\n  https://reports.example/?a=1&b=\"\n- Second "
        "line\n\nYours\n\n-- \nStop\nhttps://reports.example/v1/unsubscribe/x\n");
  const std::string html = letter_html(letter);
  CHECK(html.find("<html lang=\"ru\">") != std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(html.find("<ul>\n<li><a href=\"https://reports.example/?a=1&amp;b=&quot;\">Section &quot;A&quot; &amp; "
                  "&lt;script&gt;</a></li>\n<li>Second line</li>\n</ul>\n<p>Yours</p>") != std::string::npos);
  for (const char* loading : {"src=", "url(", "<link", "<img"}) CHECK(html.find(loading) == std::string::npos);
}
