// A certificate for 127.0.0.1, signed by itself.
#pragma once

#include <string>

#include "support/temporary_folder.hpp"

namespace support {

struct CertificateFiles {
  std::string certificate;  // PEM
  std::string key;
};

CertificateFiles make_certificate(const TemporaryFolder& folder);

}  // namespace support
