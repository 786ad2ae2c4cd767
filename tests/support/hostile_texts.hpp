// Texts as deep, as long or as many as they can be, and such as look like the markup of what they become.
#pragma once

#include <string>
#include <vector>

namespace support {

inline std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

inline std::vector<std::string> hostile_texts() {
  std::string deep;
  for (int i = 0; i < 16; ++i) deep += repeated("  ", i) + "- > a\n";
  std::string notes;
  for (int i = 0; i < 100; ++i) notes += "[^n" + std::to_string(i) + "]";
  notes += "\n\n";
  for (int i = 0; i < 100; ++i) notes += "[^n" + std::to_string(i) + "]: Note, " + repeated("words ", 30) + "\n";
  std::string chain = "x[^1]\n\n";
  for (int i = 1; i < 100; ++i) chain += "[^" + std::to_string(i) + "]: n[^" + std::to_string(i + 1) + "]\n";
  return {deep,
          repeated("> ", 16) + "a",
          repeated("*a **b ", 16) + repeated("** c*", 16),
          notes,
          chain + "[^100]: end",
          std::string(100'000, 'x'),
          repeated("слово", 20'000),
          "| a |\n| --- |\n| " + std::string(5'000, 'y') + " |\n",
          repeated("| a ", 60) + "|\n" + repeated("| --- ", 60) + "|\n" + repeated("| word ", 60) + "|\n",
          "| a |\n| --- |\n| " + repeated("many words ", 2'000) + "|\n",
          "[a[^1]](https://a.b)\n\n[^1]: b",
          std::string("| a[^1] |\n| --- |\n") + repeated("| b |\n", 200) + "\n[^1]: in a head",
          "a\u202Eb\u202C \u2066x\u2069 a\u00ADb \u200B\u200D\uFEFF \uFFFE \U000E0041 \u0378",
          "&lt;w:p&gt; &lt;/text:p&gt; \\]\\]&gt; `</w:t><w:instrText>DDEAUTO</w:instrText>` `]]>` {.class #id} $x^2$ "
          "@cite",
          "[a](<javascript:alert(1)>) [b](file:///etc/passwd) <http://a.b/\"onclick=\"x> ![p](../../etc/passwd \"c\")",
          repeated("Caption (table)\n\n| a |\n| --- |\n| b |\n\n", 100)};
}

}  // namespace support
