// SVG pictures drawn by the real program, within the limits of one picture.
#include <doctest/doctest.h>

#include <cstdint>
#include <optional>

#include "documents/picture/picture.hpp"
#include "support/pictures.hpp"
#include "support/temporary_folder.hpp"
#include "usecases/frame/converters.hpp"

using Why = documents::ConversionFailed::Why;

namespace {

std::string times_over(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::optional<Why> why_not_drawn(const std::string& inside) {
  const support::TemporaryFolder folder;
  usecases::ConverterOptions options;
  options.work_folder = folder.file("work");
  options.drawing_limits.time = std::chrono::minutes(10);
  options.drawing_limits.processor = std::chrono::seconds(1);
  usecases::Converters converters(options);
  REQUIRE_MESSAGE(!converters.programs().at(2).path.empty(), "rsvg-convert is not installed");
  try {
    converters.draw(documents::clean_picture(support::svg(inside)).bytes);
  } catch (const documents::ConversionFailed& failure) {
    return failure.why();
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("what is drawn at once passes, and what would take a processor or memory without end does not") {
  CHECK_FALSE(why_not_drawn("<rect width=\"9\" height=\"9\" opacity=\"50%\"/><text y=\"9\">Aşgabat</text>"));
  CHECK_FALSE(why_not_drawn(times_over("<rect x=\"1\" width=\"2\" height=\"2\"/>", 1000)));
  CHECK(why_not_drawn(times_over("<g opacity=\".9\">", 190) + "<rect width=\"9\" height=\"9\"/>" +
                      times_over("</g>", 190)));
  std::string crossing = "M0 0";
  for (std::int64_t i = 1; i < 200'000; ++i) {
    crossing += "L" + std::to_string(i * 7919 % 80) + " " + std::to_string(i * 104729 % 40);
  }
  CHECK(why_not_drawn("<path fill=\"red\" d=\"" + crossing + "\"/>") == Why::out_of_limits);
}
