#include "documents/text/base64.hpp"

#include <openssl/evp.h>

namespace documents {

void append_base64(std::string& out, std::string_view bytes) {
  const std::size_t begin = out.size();
  const std::size_t size = 4 * ((bytes.size() + 2) / 3);
  out.resize(begin + size + 1);  // it writes a zero byte behind
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data() + begin),
                  reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(begin + size);
}

}  // namespace documents
