#include <doctest/doctest.h>
#include <httplib.h>
#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <fstream>
#include <memory>
#include <thread>

#include "support/api_app.hpp"
#include "support/api_certificate.hpp"
#include "support/raw_client.hpp"

using namespace support;
using std::chrono::milliseconds;

namespace {

Config with_certificate(const TemporaryFolder& folder) {
  const auto files = make_certificate(folder);
  Config config;
  config.header_seconds = 1;
  config.tls_certificate = files.certificate;
  config.tls_key = files.key;
  return config;
}

httplib::Result get(const TestApp& app, const std::string& path) {
  httplib::Client client("https://127.0.0.1:" + std::to_string(app.port()));
  client.enable_server_certificate_verification(false);
  client.set_read_timeout(10);
  const httplib::Headers headers{{"Authorization", "Bearer " + app.admin().token()}};
  return client.Get(path.c_str(), headers);
}

// A client that puts bytes into one record, and counts the answers that come.
class RecordClient {
 public:
  explicit RecordClient(int port)
      : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), ssl_(SSL_new(context_.get()), SSL_free) {
    bio_ = BIO_new_connect(("127.0.0.1:" + std::to_string(port)).c_str());
    REQUIRE(BIO_do_connect(bio_) == 1);
    SSL_set_bio(ssl_.get(), bio_, bio_);
    REQUIRE(SSL_connect(ssl_.get()) == 1);
    timeval patience{5, 0};
    setsockopt(SSL_get_fd(ssl_.get()), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  void send(const std::string& bytes) const {
    REQUIRE(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) == static_cast<int>(bytes.size()));
  }
  // Until so many came, or nothing more comes.
  int answers(int most) const {
    std::string all;
    char block[4096];
    int found = 0;
    while (found < most) {
      const int count = SSL_read(ssl_.get(), block, sizeof block);
      if (count <= 0) break;
      all.append(block, static_cast<std::size_t>(count));
      found = 0;
      for (auto at = all.find("HTTP/1.1 "); at != std::string::npos; at = all.find("HTTP/1.1 ", at + 1)) ++found;
    }
    return found;
  }

 private:
  std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_;
  std::unique_ptr<SSL, void (*)(SSL*)> ssl_;
  BIO* bio_ = nullptr;
};

}  // namespace

TEST_CASE("requests that lie in one record of TLS are answered, all of them") {
  const TemporaryFolder folder;
  TestApp app(with_certificate(folder));
  const std::string get = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const int count : {2, 9, 40, 200}) {
    const RecordClient client(app.port());
    std::string requests;
    for (int i = 0; i < count; ++i) requests += get;
    client.send(requests);
    CHECK(client.answers(count) == count);
  }
}

TEST_CASE("a body that lies in the record of its header, or in the next, is taken over TLS") {
  const TemporaryFolder folder;
  TestApp app(with_certificate(folder));
  const std::string body = R"({"id": "labour", "title": {"en": ")" + std::string(400, 'x') + R"("}})";
  const std::string head = "POST /v1/agencies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + app.admin().token() +
                           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                           "\r\n\r\n";
  const RecordClient client(app.port());
  client.send(head + body.substr(0, 10));
  std::this_thread::sleep_for(milliseconds(100));
  client.send(body.substr(10) + head + body);
  CHECK(client.answers(2) == 2);
}

TEST_CASE("a service with a certificate answers over TLS") {
  const TemporaryFolder folder;
  TestApp app(with_certificate(folder));
  CHECK(app.app().url().starts_with("https://"));
  const auto answer = get(app, "/v1/me");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  const auto contract = get(app, "/openapi.json");  // larger than one TLS record
  REQUIRE(contract);
  CHECK(Json::parse(contract->body).contains("paths"));
}

TEST_CASE("a keep-alive client over TLS is served again and again") {
  const TemporaryFolder folder;
  TestApp app(with_certificate(folder));
  httplib::Client client("https://127.0.0.1:" + std::to_string(app.port()));
  client.enable_server_certificate_verification(false);
  client.set_keep_alive(true);
  for (int i = 0; i < 50; ++i) {
    const auto answer = client.Get("/openapi.yaml");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body.size() > 100'000);
  }
}

TEST_CASE("clients that speak no TLS on a TLS port are dropped and do no harm") {
  const TemporaryFolder folder;
  TestApp app(with_certificate(folder));
  std::vector<std::unique_ptr<RawClient>> plain;
  for (int i = 0; i < 50; ++i) {
    plain.push_back(std::make_unique<RawClient>(app.port()));
    if (i % 2 == 0) plain.back()->send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  REQUIRE(get(app, "/healthz"));
  for (const auto& client : plain) CHECK(client->is_closed_within(milliseconds(5000)));
  REQUIRE(get(app, "/healthz"));
}

TEST_CASE("a certificate that cannot be used is named at the start") {
  const TemporaryFolder folder;
  Config config = with_certificate(folder);
  std::ofstream(config.tls_key) << "no key";
  CHECK_THROWS_WITH_AS(TestApp{config}, doctest::Contains("key.pem"), std::runtime_error);
}
