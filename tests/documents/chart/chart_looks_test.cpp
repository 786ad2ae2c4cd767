// Whether the series of a chart are told apart, by all readers and on all printers.
#include "documents/chart/chart_looks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

using documents::kSeriesLooks;

namespace {

using Light = std::array<double, 3>;  // red, green, blue; linear, 0 to 1
using Matrix = std::array<Light, 3>;

Light light_of(std::string_view colour) {
  Light light{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    light.at(i) = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  return light;
}

double times(const Light& a, const Light& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

// Of WCAG 2.2.
double contrast(std::string_view a, std::string_view b) {
  const Light weights{0.2126, 0.7152, 0.0722};
  const double one = times(light_of(a), weights) + 0.05;
  const double other = times(light_of(b), weights) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

// CIE 1976 L*a*b*, of the white of sRGB.
Light lab_of(const Light& light) {
  const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = root(times(light, {0.4124, 0.3576, 0.1805}) / 0.95047);
  const double y = root(times(light, {0.2126, 0.7152, 0.0722}));
  const double z = root(times(light, {0.0193, 0.1192, 0.9505}) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(std::string_view a, std::string_view b, const Matrix& eyes) {
  const auto seen = [&](std::string_view colour) {
    Light light{};
    for (std::size_t i = 0; i < 3; ++i) light.at(i) = std::clamp(times(eyes.at(i), light_of(colour)), 0.0, 1.0);
    return lab_of(light);
  };
  const Light one = seen(a);
  const Light other = seen(b);
  return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

// What the eyes see that lack one kind of cones: Machado, Oliveira and Fernandes 2009, severity 1.
constexpr Matrix kNoRed{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kNoGreen{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kNoBlue{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix kAll{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

}  // namespace

TEST_CASE("every series stands out from white paper, and its hatching and number from its colour") {
  for (const auto& look : kSeriesLooks) {
    CAPTURE(look.colour);
    CHECK(contrast(look.colour, documents::kChartPaper) >= 3);
    CHECK((look.hatch == documents::Hatch::none) == !look.number.empty());
    if (!look.number.empty()) CHECK(contrast(look.colour, look.number) >= 4.5);
  }
  CHECK(contrast(documents::kChartSoftInk, documents::kChartPaper) >= 4.5);
}

TEST_CASE("four series are told apart without any colour, more of them by hatching, dashes and markers") {
  for (std::size_t i = 0; i < kSeriesLooks.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto& one = kSeriesLooks.at(i);
      const auto& other = kSeriesLooks.at(k);
      CAPTURE(one.colour);
      CAPTURE(other.colour);
      CHECK((one.hatch != other.hatch || contrast(one.colour, other.colour) >= 1.5));
      CHECK((one.dash != other.dash || contrast(one.colour, other.colour) >= 1.5));
      CHECK(one.marker != other.marker);
    }
  }
}

TEST_CASE("eyes that lack a colour see other colours in series that are neighbours") {
  constexpr double kPlain = 12;  // a difference of 2 is just seen
  for (const auto& eyes : {kAll, kNoRed, kNoGreen, kNoBlue}) {
    for (std::size_t i = 1; i < kSeriesLooks.size(); ++i) {
      CAPTURE(i);
      CHECK(difference(kSeriesLooks.at(i - 1).colour, kSeriesLooks.at(i).colour, eyes) > kPlain);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t k = 0; k < i; ++k)
        CHECK(difference(kSeriesLooks.at(i).colour, kSeriesLooks.at(k).colour, eyes) > kPlain);
    }
  }
}
