// TLS 1.2 and newer, from OpenSSL.
#pragma once

#include <openssl/ssl.h>

#include <string>

namespace http {

// For a server with this certificate chain and key (PEM). The caller frees it.
// Errors: std::runtime_error naming the file that is not usable.
SSL_CTX* make_tls_context(const std::string& certificate, const std::string& key);

}  // namespace http
