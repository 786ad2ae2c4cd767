#include "documents/mail/mail_header.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace documents;

namespace {

std::vector<std::string> lines_of_header(const std::string& header) {
  REQUIRE(header.ends_with("\r\n"));
  std::vector<std::string> lines;
  std::istringstream in(header);
  for (std::string line; std::getline(in, line);) {
    REQUIRE(line.ends_with('\r'));
    line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

bool is_printable(const std::string& line) {
  return std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; });
}

// One header: its first line begins with the name, all others with a blank, and all are short.
void check_one_header(const std::string& name, const std::string& header) {
  const auto lines = lines_of_header(header);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.front().starts_with(name + ": "));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(is_printable(lines[i]));
    CHECK(lines[i].size() <= 76);
    if (i > 0) CHECK(lines[i].starts_with(" "));
  }
}

}  // namespace

TEST_CASE("plain words stay as they are, and others become words that are encoded each for itself") {
  CHECK(text_header("Subject", "Two things are new") == "Subject: Two things are new\r\n");
  CHECK(text_header("Subject", "Отчёт") == "Subject: =?utf-8?B?0J7RgtGH0ZHRgg==?=\r\n");
  CHECK(text_header("Subject", "=?utf-8?B?eA==?=") == "Subject: =?utf-8?B?PT91dGYtOD9CP2VBPT0/PQ==?=\r\n");
  CHECK(address_header("To", "", "a@b.example") == "To: a@b.example\r\n");
  CHECK(address_header("To", "Sample Head", "a@b.example") == "To: Sample Head <a@b.example>\r\n");
  CHECK(address_header("To", "Şöhrat", "a@b.example") == "To: =?utf-8?B?xZ7DtmhyYXQ=?=\r\n <a@b.example>\r\n");
  CHECK(address_header("To", "Head, Sample <x@y>", "a@b.example").find("x@y") == std::string::npos);
}

TEST_CASE("no text makes a second header line, a second mail or a broken letter") {
  std::mt19937 random(11);
  for (const std::string text :
       {"a\r\nBcc: b@c", "a\nb", "a\r\n\r\nbody", "a\rb", "a\x7f\x1b[2J",
        "a\xC2\x85"
        "b",
        "a\xE2\x80\xA8"
        "b",
        "=?utf-8?Q?a=0D=0ABcc:_b@c?=", "=?utf-8?B?eA==?= <c@d.example>, \"x", "a\xE2\x80\xAEgnp", "\xFF\xFE", "\xD0",
        "\xF0\x9F\x98", "ş ň ý Ş Ň Ý", "报告 🌍 отчёт"}) {
    check_one_header("Subject", text_header("Subject", text));
    check_one_header("To", address_header("To", text, "a@b.example"));
  }
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 400, ' ');
    std::ranges::generate(text, [&] { return static_cast<char>(random()); });
    check_one_header("Subject", text_header("Subject", text));
  }
}

TEST_CASE("text for a header is valid UTF-8 on one line, without what turns its direction") {
  CHECK(header_text("  a\r\n b\t") == "a   b");
  CHECK(header_text("\xE2\x80\xAE"
                    "abc\xE2\x81\xA9") == "abc");
  CHECK(header_text("a\xFF\xC3") == "a??");
  CHECK(header_text(std::string("a\0b", 3)) == "a b");
  CHECK(header_text("ýş — ň") == "ýş — ň");
}

TEST_CASE("the date of a header is that of RFC 5322, in UTC") {
  CHECK(header_date(1'768'467'600'000) == "Thu, 15 Jan 2026 09:00:00 +0000");
  CHECK(header_date(0) == "Thu, 01 Jan 1970 00:00:00 +0000");
  CHECK(header_date(951'782'399'999) == "Mon, 28 Feb 2000 23:59:59 +0000");
}
