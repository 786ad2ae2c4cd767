#include "verification.hpp"

#include <iostream>

namespace {

void print_coverage(const usecases::Verification& found) {
  std::cout << "compared with the events, rows:";
  const char* separator = " ";
  for (const auto& [table, rows] : found.rows) {
    std::cout << separator << table << " " << rows;
    separator = ", ";
  }
  std::cout << "\nno event vouches for:";
  separator = " ";
  for (const auto& name : found.not_covered) {
    std::cout << separator << name;
    separator = ", ";
  }
  std::cout << "\n";
}

}  // namespace

int print_verification(const usecases::Verification& found) {
  if (!found.problems.empty()) {
    for (const auto& problem : found.problems) std::cout << "bad: " << problem << "\n";
    return 1;
  }
  std::cout << "ok: " << found.events << " events, " << found.revisions << " texts, " << found.editions << " editions, "
            << found.receipts << " receipts and " << found.pictures << " pictures are as they were stored\n"
            << "last hash: " << found.last_hash << "\n";
  print_coverage(found);
  return 0;
}
