#include "domain/text/sequence_diff.hpp"

#include <algorithm>
#include <unordered_map>

namespace domain {
namespace {

// Items as numbers: equal items get equal numbers, and comparing them costs nothing.
class Numbering {
 public:
  std::vector<int> number(const std::vector<std::string_view>& items) {
    std::vector<int> numbers;
    numbers.reserve(items.size());
    for (const auto item : items) {
      numbers.push_back(known_.try_emplace(item, static_cast<int>(known_.size())).first->second);
    }
    return numbers;
  }

 private:
  std::unordered_map<std::string_view, int> known_;
};

using Numbers = std::vector<int>;

void append(std::vector<Edit>& edits, Edit edit, std::ptrdiff_t count) {
  edits.insert(edits.end(), static_cast<std::size_t>(count), edit);
}

// Furthest points reached on each diagonal, one copy a number of edits, to walk the way back.
class Search {
 public:
  Search(const Numbers& from, const Numbers& to)
      : from_(from),
        to_(to),
        n_(static_cast<std::ptrdiff_t>(from.size())),
        m_(static_cast<std::ptrdiff_t>(to.size())) {}

  // False: more than `most` edits.
  bool run(std::ptrdiff_t most) {
    const std::ptrdiff_t bound = std::min(most, n_ + m_);
    std::vector<std::ptrdiff_t> reached(static_cast<std::size_t>(2 * bound + 3), 0);
    offset_ = bound + 1;
    for (std::ptrdiff_t d = 0; d <= bound; ++d) {
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        std::ptrdiff_t x = start(reached, d, k);
        while (x < n_ && x - k < m_ && x - k >= 0 && from_[at(x)] == to_[at(x - k)]) ++x;
        reached[at(k + offset_)] = x;
        if (x >= n_ && x - k >= m_) {
          steps_.push_back(slice(reached, d));
          return true;
        }
      }
      steps_.push_back(slice(reached, d));
    }
    return false;
  }

  std::vector<Edit> path() const {
    std::vector<Edit> edits;
    std::ptrdiff_t x = n_;
    std::ptrdiff_t y = m_;
    for (auto d = static_cast<std::ptrdiff_t>(steps_.size()) - 1; d > 0; --d) {
      const auto& before = steps_[at(d - 1)];
      const std::ptrdiff_t k = x - y;
      const auto value = [&](std::ptrdiff_t diagonal) {
        return std::abs(diagonal) > d - 1 ? std::ptrdiff_t{-1} : before[at((diagonal + d - 1) / 2)];
      };
      const bool down = k == -d || (k != d && value(k - 1) < value(k + 1));
      const std::ptrdiff_t previous_k = down ? k + 1 : k - 1;
      const std::ptrdiff_t previous_x = value(previous_k);
      const std::ptrdiff_t previous_y = previous_x - previous_k;
      const std::ptrdiff_t kept = down ? x - previous_x : x - previous_x - 1;
      append(edits, Edit::keep, kept);
      edits.push_back(down ? Edit::insert : Edit::remove);
      x = previous_x;
      y = previous_y;
    }
    append(edits, Edit::keep, x);
    std::ranges::reverse(edits);
    return edits;
  }

 private:
  static std::size_t at(std::ptrdiff_t index) { return static_cast<std::size_t>(index); }

  std::ptrdiff_t start(const std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t d, std::ptrdiff_t k) const {
    if (d == 0) return 0;
    const std::ptrdiff_t left = reached[at(k - 1 + offset_)];
    const std::ptrdiff_t right = reached[at(k + 1 + offset_)];
    const bool down = k == -d || (k != d && left < right);
    return down ? right : left + 1;
  }

  // The diagonals -d, -d + 2, ... d.
  std::vector<std::ptrdiff_t> slice(const std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t d) const {
    std::vector<std::ptrdiff_t> values;
    values.reserve(at(d + 1));
    for (std::ptrdiff_t k = -d; k <= d; k += 2) values.push_back(reached[at(k + offset_)]);
    return values;
  }

  const Numbers& from_;
  const Numbers& to_;
  std::ptrdiff_t n_;
  std::ptrdiff_t m_;
  std::ptrdiff_t offset_ = 0;
  std::vector<std::vector<std::ptrdiff_t>> steps_;
};

}  // namespace

std::vector<Edit> diff_sequences(const std::vector<std::string_view>& from, const std::vector<std::string_view>& to,
                                 std::size_t most) {
  Numbering numbering;
  Numbers a = numbering.number(from);
  Numbers b = numbering.number(to);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const auto middle = [&](const Numbers& all) {
    return Numbers(all.begin() + static_cast<std::ptrdiff_t>(head), all.end() - static_cast<std::ptrdiff_t>(tail));
  };
  a = middle(a);
  b = middle(b);
  std::vector<Edit> edits(head, Edit::keep);
  Search search(a, b);
  if (search.run(static_cast<std::ptrdiff_t>(most))) {
    const auto path = search.path();
    edits.insert(edits.end(), path.begin(), path.end());
  } else {
    append(edits, Edit::remove, static_cast<std::ptrdiff_t>(a.size()));
    append(edits, Edit::insert, static_cast<std::ptrdiff_t>(b.size()));
  }
  append(edits, Edit::keep, static_cast<std::ptrdiff_t>(tail));
  return edits;
}

}  // namespace domain
