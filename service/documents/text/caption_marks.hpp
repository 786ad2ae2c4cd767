// What stands in round brackets at the end of a caption and is not shown: what a table or a picture is, and what
// references call it.
//   Permits issued (table)                 a table with a number
//   Permits issued (table: permits)        ... to which [](#table:permits) refers
//   Permits issued (chart: bar)            a table that is drawn
//   Permits issued (chart: bar) (figure: permits)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace documents {

struct CaptionMarks {
  std::size_t begin = std::string_view::npos;  // of the marks, with the blanks before them; npos: there are none
  std::string chart;                           // the kind, in small letters; empty: no chart
  std::string name;                            // in small letters; empty: nothing refers to it

  bool found() const { return begin != std::string_view::npos; }
};

// Of the last marks of one kind the first counts.
CaptionMarks find_caption_marks(std::string_view caption);

// "#table:permits", "#figure:permits": the name that it refers to; empty: it is no such reference.
std::string referred_name(std::string_view target);

}  // namespace documents
