// Small format files for tests, and what the reader has to say about them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "usecases/format_file/format_reader.hpp"

namespace support {

inline const std::string kHead = R"(key: small
title: {en: Small}
languages: [en, ru]
review: {steps: [{key: coordinator, role: coordinator, title: {en: Coordinator}}]}
)";

inline const std::string kSmall = kHead + "outline:\n  - {key: one, title: {en: One}}\n";

inline std::vector<domain::Finding> findings_of(const std::string& source) {
  try {
    usecases::read_format(source);
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::invalid);
    CHECK(error.kind() == "invalid_format");
    return error.findings();
  }
  return {};
}

// Is there a finding at this place whose message has these words?
inline bool complains(const std::string& source, const std::string& pointer, const std::string& words) {
  const auto findings = findings_of(source);
  const bool found = std::ranges::any_of(findings, [&](const domain::Finding& finding) {
    return finding.pointer == pointer && finding.message.english().find(words) != std::string::npos;
  });
  std::string all;
  for (const auto& finding : findings) all += finding.pointer + ": " + finding.message.english() + "\n";
  INFO(all);
  CHECK(found);
  return found;
}

inline bool outline_complains(const std::string& outline, const std::string& pointer, const std::string& words) {
  return complains(kHead + "outline:\n" + outline, pointer, words);
}

}  // namespace support
