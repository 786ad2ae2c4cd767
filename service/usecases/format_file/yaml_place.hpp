// A place in a YAML file that is being read: typed access that collects every complaint instead of stopping at the
// first one.
#pragma once

#include <yaml-cpp/yaml.h>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/error.hpp"
#include "domain/basis/localized.hpp"

namespace usecases {

using Findings = std::vector<domain::Finding>;

class YamlPlace {
 public:
  YamlPlace(const YAML::Node& node, std::string pointer, Findings& findings)
      : node_(node), pointer_(std::move(pointer)), findings_(&findings) {}

  void complain(domain::Fault code, const std::string& message) const;

  bool defined() const { return node_.IsDefined() && !node_.IsNull(); }
  bool is_map() const { return defined() && node_.IsMap(); }
  const std::string& pointer() const { return pointer_; }

  // A member of a map; undefined where there is none.
  YamlPlace at(const std::string& name) const;
  // Complains about members that are not among these, and about what is no map.
  bool map_of(std::initializer_list<std::string_view> known) const;
  void each(const std::function<void(const YamlPlace&)>& visit) const;  // items of a sequence; complains about others

  // Members of a map; complains about what is no map, and about a name that stands there twice.
  void each_member(const std::function<void(const std::string& name, const YamlPlace&)>& visit) const;
  // Members of a map from languages; complains about what is no language.
  void each_language(const std::function<void(const std::string& language, const YamlPlace&)>& visit) const;

  std::string text(std::size_t most = 500) const;  // required
  std::string text_or(const std::string& otherwise, std::size_t most = 5000) const;
  std::string key() const;                       // required; letters, digits and hyphens
  bool check_key(const std::string& key) const;  // complains about one that was made here and is none
  bool flag(bool otherwise) const;
  std::size_t number(std::size_t otherwise, std::size_t most) const;
  std::vector<std::string> texts() const;  // a sequence of texts; absent: empty
  domain::LocalizedText localized(bool required) const;

 private:
  YAML::Node node_;
  std::string pointer_;
  Findings* findings_;
};

}  // namespace usecases
