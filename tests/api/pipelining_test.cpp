// Requests that come before the answers to earlier ones are taken: none is forgotten in a buffer.
#include <doctest/doctest.h>

#include "kept_writer.hpp"
#include "normal_client.hpp"
#include "support/processor_time.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("requests behind answers that do not fit the socket are answered, all of them") {
  TestApp app(impatient());
  constexpr int kRequests = 60;
  RawClient client(app.port(), 4096);
  std::string requests;
  for (int i = 0; i < kRequests; ++i) requests += get_with("x", "/openapi.json");
  std::thread sender([&] { client.send(requests); });
  std::this_thread::sleep_for(milliseconds(300));  // the answers fill all buffers
  int answered = 0;
  while (answered < kRequests && status_of(client.receive_answer()) == 200) ++answered;
  CHECK(answered == kRequests);
  sender.join();
}

TEST_CASE("a request in pieces behind a large answer has its time from its first byte") {
  TestApp app(impatient());
  RawClient client(app.port(), 4096);
  client.send(get_with("x", "/openapi.json") + "GET /hea");
  CHECK(status_of(client.receive_answer()) == 200);
  client.send("lthz HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(client.receive_answer()) == 200);
  client.send(get_with("x", "/openapi.json") + "GET /hea");
  CHECK(status_of(client.receive_answer()) == 200);
  check_refusal(client.receive_answer(), 408, "header_too_slow");
}

TEST_CASE("a service that waits for requests under way while it stops rests meanwhile") {
  TestApp app;
  KeptWriter writer(app);
  const Caller admin = app.admin();
  std::jthread saver([&] {
    CHECK(admin.post("/v1/agencies", {{"id", "labour"}, {"title", {{"en", "Labour"}}}}).status == 201);
  });
  std::this_thread::sleep_for(milliseconds(200));
  const double before = processor_seconds();
  app.app().stop();
  std::this_thread::sleep_for(milliseconds(1000));
  CHECK(processor_seconds() - before < 0.3);
  writer.let_go();
}
