// Places that are taken for a while: so many in all, and so many of one holder, that nobody takes them all.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace http {

class Places {
 public:
  Places(std::size_t most, std::size_t most_of_one) : most_(most), most_of_one_(most_of_one) {}

  enum class Answer { taken, none_left, none_left_for_you };
  struct Place {
    Answer answer;
    std::shared_ptr<void> held;  // the place is taken as long as somebody has this
  };
  Place take(const std::string& holder);
  std::size_t taken() const;

 private:
  void give_back(const std::string& holder);

  const std::size_t most_;
  const std::size_t most_of_one_;
  mutable std::mutex mutex_;
  std::size_t taken_ = 0;
  std::map<std::string, std::size_t> of_;  // by holder; those who have none are not in it
};

}  // namespace http
