#include "documents/picture/box_filter.hpp"

#include <algorithm>

namespace documents {

// A pixel of the larger picture is to_.width parts wide, one of the smaller from_.width; so is it with the heights.
BoxFilter::BoxFilter(PictureSize from, PictureSize to, unsigned samples, bool alpha)
    : from_(from),
      to_(to),
      samples_(samples),
      alpha_(alpha),
      left_(from.height),
      across_(std::size_t{to.width} * samples),
      down_(across_.size()),
      made_(across_.size()) {}

const unsigned char* BoxFilter::add(const unsigned char* row) {
  add_across(row);
  const std::uint64_t now = std::min<std::uint64_t>(to_.height, left_);
  add_down(now);
  left_ -= now;
  if (left_ > 0) return nullptr;
  take_out();
  left_ = from_.height - (to_.height - now);
  add_down(to_.height - now);
  return made_.data();
}

void BoxFilter::add_across(const unsigned char* row) {
  std::ranges::fill(across_, 0U);
  auto* to = across_.data();
  const unsigned colours = samples_ - (alpha_ ? 1 : 0);
  const auto add_pixel = [&](std::uint32_t weight) {
    const std::uint32_t by_alpha = alpha_ ? weight * row[colours] : weight;
    for (unsigned i = 0; i < colours; ++i) to[i] += row[i] * by_alpha;
    if (alpha_) to[colours] += by_alpha;
  };
  std::uint32_t left = from_.width;
  for (std::uint32_t x = 0; x < from_.width; ++x, row += samples_) {
    const std::uint32_t now = std::min(to_.width, left);
    add_pixel(now);
    left -= now;
    if (left > 0) continue;
    to += samples_;
    left = from_.width - (to_.width - now);
    if (now < to_.width) add_pixel(to_.width - now);
  }
}

void BoxFilter::add_down(std::uint64_t weight) {
  if (weight == 0) return;
  for (std::size_t i = 0; i < down_.size(); ++i) down_[i] += across_[i] * weight;
}

void BoxFilter::take_out() {
  const std::uint64_t whole = std::uint64_t{from_.width} * from_.height;
  const auto mean = [](std::uint64_t sum, std::uint64_t of) {
    return static_cast<unsigned char>(of == 0 ? 0 : (sum + of / 2) / of);
  };
  for (std::size_t i = 0; i < down_.size(); i += samples_) {
    const std::uint64_t alpha = alpha_ ? down_[i + samples_ - 1] : whole;
    for (unsigned sample = 0; sample < samples_; ++sample) {
      made_[i + sample] = mean(down_[i + sample], alpha_ && sample + 1 == samples_ ? whole : alpha);
    }
  }
  std::ranges::fill(down_, 0U);
}

}  // namespace documents
