// The pictures that lie beside a report when its PDF is made.
#pragma once

#include <map>
#include <string>

#include "documents/picture/drawing.hpp"
#include "documents/picture/smaller_picture.hpp"
#include "documents/report/printed_sizes.hpp"
#include "documents/report/report.hpp"

namespace documents {

class PrintFiles {
 public:
  explicit PrintFiles(const Document& document) : sizes_(document) {}

  // The name of the drawing that shows a picture, whatever else shows it too.
  std::string name_of(const ReportPart& part, const ShownPicture& picture) {
    return name_of(*picture.file, place_of(part, picture));
  }
  // place: for messages; may be empty.
  std::string name_of(const DocumentPicture& file, domain::Message place);
  // The name of a chart's file.
  std::string add_chart(int number, std::string svg);

  std::map<std::string, std::string> files;  // name -> bytes
  Drawings drawings;                         // that are still to be drawn
  LargePictures large;                       // that are still to be made smaller

 private:
  std::string add_picture(const DocumentPicture& file, domain::Message place);

  PrintedSizes sizes_;
};

// Millimetres on paper, within a place that is so wide.
struct PaperSize {
  double width = 0;
  double height = 0;
};
PaperSize paper_size(const DocumentPicture& picture, double room);

}  // namespace documents
