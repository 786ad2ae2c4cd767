// A text as the statements that it makes one by one: what a list of next steps or a table of pledges promises.
#pragma once

#include <string>
#include <vector>

namespace documents {

enum class StatementKind { paragraph, item, row };

struct Statement {
  StatementKind kind = StatementKind::paragraph;
  std::string text;  // plain, on one line; the cells of a row with "; " between them
};

// Each item of a list, each row of a table below its heading, each other paragraph; in the order of the text. A
// paragraph that only introduces a list or a table ("We will:", "**Table 2.** Pledges") is none; headings, notes and
// code are left out.
std::vector<Statement> statements_of(const std::string& markdown);

// The same kinds in the same order: two languages of one text, by all that can be seen.
bool are_aligned(const std::vector<Statement>& some, const std::vector<Statement>& others);

}  // namespace documents
