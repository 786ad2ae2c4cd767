// What SQLite alone can do: one row of so many bytes a commit, in a loop, with the pragmas of the service. Prints the
// commits a second.
//   bench-commits FILE BYTES SECONDS
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "bare_table.hpp"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  using std::chrono::steady_clock;
  BareTable table(argv[1]);
  const std::string text(std::strtoul(argv[2], nullptr, 10), 'x');
  const std::chrono::duration<double> wanted(std::strtod(argv[3], nullptr));
  const auto start = steady_clock::now();
  std::int64_t commits = 0;
  while (steady_clock::now() - start < wanted) {
    table.insert(text, 0);
    ++commits;
  }
  const std::chrono::duration<double> took = steady_clock::now() - start;
  std::cout << static_cast<double>(commits) / took.count() << "\n";
  return 0;
}
