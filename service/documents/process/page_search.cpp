#include "documents/process/page_search.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "documents/office/pandoc_tree.hpp"

namespace documents {
namespace {

constexpr const char* kProfile = "profile/user/";
constexpr const char* kLibraries = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library library:name="Standard" library:link="false"/></library:libraries>
)";
constexpr const char* kLibrary = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Pages"/></library:library>
)";
// A profile that is set up already: LibreOffice puts a library of its own over that of a new one.
constexpr const char* kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>
)";

std::string module_of(std::string_view program) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Pages" script:language="StarBasic">)" +
         pandoc::xml(program) + "</script:module>\n";
}

}  // namespace

Conversion page_search_of(const std::string& docx, const DataFiles& data) {
  const std::string profile = kProfile;
  Conversion conversion;
  conversion.program = Program::soffice;
  conversion.output = "pages.json";
  conversion.files = {{"report.docx", docx},
                      {profile + "registrymodifications.xcu", kSettings},
                      {profile + "basic/script.xlc", kLibraries},
                      {profile + "basic/Standard/script.xlb", kLibrary},
                      {profile + "basic/Standard/Pages.xba", module_of(data("db/documents/pages.bas"))}};
  conversion.environment = {"LANG=C.UTF-8"};
  // $SYSUSERHOME is its own word for the folder that it runs in.
  conversion.arguments = {"-env:UserInstallation=$SYSUSERHOME/profile", "--headless", "--norestore", "--nologo",
                          "macro:///Standard.Pages.Find"};
  return conversion;
}

BookmarkPages pages_in(const std::string& json) {
  try {
    return nlohmann::json::parse(json).get<BookmarkPages>();
  } catch (const nlohmann::json::exception&) {
    throw std::runtime_error("it does not name pages");
  }
}

}  // namespace documents
