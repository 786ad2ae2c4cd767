#include "documents/picture/svg_path.hpp"

#include "documents/picture/svg_numbers.hpp"

namespace documents {
namespace {

// Numbers that follow a command once (SVG 1.1, 8.3); -1: it is no command.
int numbers_of(char command) {
  switch (command | 0x20) {
    case 'z':
      return 0;
    case 'h':
    case 'v':
      return 1;
    case 'm':
    case 'l':
    case 't':
      return 2;
    case 's':
    case 'q':
      return 4;
    case 'c':
      return 6;
    case 'a':
      return 7;
    default:
      return -1;
  }
}

bool is_arc_flag(int number) { return number == 3 || number == 4; }

// One point: as many numbers as the command wants. How many points a program makes of it, 0: a number is missing.
std::size_t read_point(SvgReader& reader, char command) {
  const bool arc = (command | 0x20) == 'a';
  const int wanted = numbers_of(command);
  for (int i = 0; i < wanted; ++i) {
    if (i > 0) reader.skip_comma();
    const bool read = arc && is_arc_flag(i) ? reader.flag() : reader.number().has_value();
    if (!read) return 0;
  }
  return arc ? 4 : 1;  // an arc is drawn as up to four curves
}

class PathReader {
 public:
  explicit PathReader(std::string_view data) : data_(data), reader_(data) {}

  SvgPath read() {
    reader_.skip_space();
    if ((reader_.front() | 0x20) != 'm') return path_;
    while (!reader_.ended() && command()) keep();
    return path_;
  }

 private:
  // The command and all points that follow it.
  bool command() {
    const char name = reader_.front();
    if (numbers_of(name) < 0) return false;
    reader_.take(name);
    reader_.skip_space();
    if (numbers_of(name) == 0) return true;
    do {
      const std::size_t points = read_point(reader_, name);
      if (points == 0) return false;
      path_.points += points;
      keep();
      reader_.skip_comma();
    } while (starts_number());
    return true;
  }

  bool starts_number() const {
    const char c = reader_.front();
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
  }

  void keep() { path_.drawn = data_.substr(0, data_.size() - reader_.rest().size()); }

  std::string_view data_;
  SvgReader reader_;
  SvgPath path_;
};

}  // namespace

SvgPath read_path(std::string_view data) { return PathReader(data).read(); }

}  // namespace documents
