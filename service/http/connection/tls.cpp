#include "http/connection/tls.hpp"

#include <openssl/err.h>

#include <stdexcept>

namespace http {
namespace {

[[noreturn]] void refuse(SSL_CTX* context, const std::string& what) {
  const char* reason = ERR_reason_error_string(ERR_get_error());
  SSL_CTX_free(context);
  throw std::runtime_error(what + (reason == nullptr ? "" : std::string(": ") + reason));
}

}  // namespace

SSL_CTX* make_tls_context(const std::string& certificate, const std::string& key) {
  SSL_CTX* context = SSL_CTX_new(TLS_server_method());
  if (context == nullptr) throw std::runtime_error("TLS is not available");
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1) {
    refuse(context, "the TLS certificate '" + certificate + "' cannot be used");
  }
  if (SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1) {
    refuse(context, "the TLS key '" + key + "' cannot be used");
  }
  if (SSL_CTX_check_private_key(context) != 1) refuse(context, "the TLS key does not belong to the certificate");
  return context;
}

}  // namespace http
