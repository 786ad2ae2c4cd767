// The service with programs that stand in for its converters, or with the real ones.
#pragma once

#include <doctest/doctest.h>

#include "config.hpp"
#include "documents/process/process.hpp"
#include "support/fake_programs.hpp"

namespace support {

inline Config with_converters(const TemporaryFolder& folder) {
  Config config;
  config.typst = fake_program(folder, "typst", kTypst);
  config.pandoc = fake_program(folder, "pandoc", kPandoc);
  config.rsvg_convert = fake_program(folder, "rsvg-convert", kRsvgConvert);
  return config;
}

inline Config with_real_programs() {
  Config config;
  config.pandoc = documents::find_program("pandoc");
  config.typst = documents::find_program("typst");
  config.rsvg_convert = documents::find_program("rsvg-convert");
  REQUIRE_MESSAGE((!config.pandoc.empty() && !config.typst.empty() && !config.rsvg_convert.empty()),
                  "pandoc, typst and rsvg-convert are not installed");
  return config;
}

}  // namespace support
