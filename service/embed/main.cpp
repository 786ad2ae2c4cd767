// embed ROOT OUTPUT FILE...: writes a C++ file that holds the data files, for embedded.hpp. A tool of the build only.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "embed/yaml_json.hpp"

namespace {

using Files = std::map<std::string, std::string>;  // path -> bytes

constexpr const char* kContract = "api/openapi.yaml";
constexpr const char* kLabels = "db/labels/";

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A file of the checkout, and what the binary has of it: what is read at run time as JSON is turned into that here.
void add(Files& files, const std::string& path, std::string data) {
  const std::string as_json = path.substr(0, path.rfind('.')) + ".json";
  if (path == kContract || path.starts_with(kLabels)) files[as_json] = yaml_to_json(data);
  if (!path.starts_with(kLabels)) files[path] = std::move(data);
}

// String literals are limited in length by the standard; an array of bytes is not.
void write_bytes(std::ostream& out, const std::string& data) {
  std::string line;
  for (const char c : data) {
    line += std::to_string(static_cast<int>(static_cast<signed char>(c)));
    line += ',';
    if (line.size() > 110) {
      out << line << '\n';
      line.clear();
    }
  }
  out << line << "0";
}

void write(std::ostream& out, const Files& files) {
  out << "#include \"embed/embedded_data.hpp\"\n\nnamespace {\n";
  std::size_t number = 0;
  for (const auto& [path, data] : files) {
    out << "constexpr char kFile" << number++ << "[] = {";
    write_bytes(out, data);
    out << "};\n";
  }
  out << "}  // namespace\n\nnamespace embedded {\nconst std::vector<File>& all_files() {\n"
      << "  static const std::vector<File> files{\n";
  number = 0;
  for (const auto& [path, data] : files) {
    out << "    {\"" << path << "\", {kFile" << number++ << ", " << data.size() << "}},\n";
  }
  out << "  };\n  return files;\n}\n}  // namespace embedded\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: embed ROOT OUTPUT FILE...\n";
    return 2;
  }
  try {
    Files files;
    for (const auto& path : std::vector<std::string>(argv + 3, argv + argc)) {
      add(files, path, read_file(argv[1] + ("/" + path)));
    }
    std::ofstream out(argv[2]);
    write(out, files);
    return out.good() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "embed: " << error.what() << "\n";
    return 1;
  }
}
