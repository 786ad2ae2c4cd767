// A table as CSV (RFC 4180, UTF-8, CRLF), made so that a spreadsheet shows it and runs nothing of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace documents {

// By it Excel knows that a file is UTF-8; without it, letters that are not Latin are spoilt there.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class CsvWriter {
 public:
  // The next cell of the line. Wherever a spreadsheet could begin to read a formula, an apostrophe stands before it.
  void cell(std::string_view value);
  void cell(std::uint64_t value) { cell(std::to_string(value)); }
  void end_line();
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool first_ = true;
};

}  // namespace documents
