#include "domain/basis/error.hpp"

namespace domain {

std::string_view to_string(Fault fault) {
  switch (fault) {
    case Fault::missing:
      return "missing";
    case Fault::unknown:
      return "unknown";
    case Fault::wrong_type:
      return "wrong_type";
    case Fault::wrong_form:
      return "wrong_form";
    case Fault::too_long:
      return "too_long";
    case Fault::too_short:
      return "too_short";
    case Fault::too_many:
      return "too_many";
    case Fault::too_few:
      return "too_few";
    case Fault::out_of_range:
      return "out_of_range";
    case Fault::repeated:
      return "repeated";
    case Fault::does_not_exist:
      return "does_not_exist";
    case Fault::does_not_fit:
      return "does_not_fit";
    case Fault::not_allowed:
      return "not_allowed";
  }
  return "wrong_form";
}

std::string_view to_string(Where where) {
  switch (where) {
    case Where::body:
      return "body";
    case Where::path:
      return "path";
    case Where::query:
      return "query";
    case Where::header:
      return "header";
  }
  return "body";
}

}  // namespace domain
