// Answers that wait, and bodies that are waited for: they hold no thread, and there are only so many of them.
#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>

#include "kept_writer.hpp"
#include "normal_client.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

constexpr int kMostOfOne = 32;  // requests of one access token that wait

Config with_two_threads() {
  Config config = impatient();
  config.max_threads = 2;
  return config;
}

Clients send_from(const TestApp& app, int count, const std::string& request) {
  Clients clients;
  for (int i = 0; i < count; ++i) {
    clients.push_back(std::make_unique<RawClient>(app.port()));
    clients.back()->send(request);
  }
  return clients;
}

std::string poll_of(const ReportFixture& f, const Caller& caller, int wait = 30) {
  const auto last = f.coordinator.get(f.path("/events?limit=1000")).json().at("next_after").get<int>();
  return get_with(caller.token(), f.path("/events?wait=" + std::to_string(wait) + "&after=" + std::to_string(last)));
}

int with_status(Clients& clients, int status, milliseconds patience) {
  return static_cast<int>(std::ranges::count_if(
      clients, [&](auto& client) { return status_of(client->receive_answer(patience)) == status; }));
}

// Some of the requests of others, each answered by the two threads.
void check_that_others_are_served(const TestApp& app, const ReportFixture& f) {
  for (int i = 0; i < 5; ++i) {
    CHECK(app.anonymous().get("/healthz").status == 200);
    CHECK(f.head.get(f.path("/status")).status == 200);
  }
  CHECK(f.save("Text " + std::to_string(std::rand())).status == 201);
}

}  // namespace

TEST_CASE("polls that wait hold no thread, and all of them are answered when something happens") {
  TestApp app(with_two_threads());
  const ReportFixture f(app);
  const std::string of_observer = poll_of(f, f.observer);
  const std::string of_writer = poll_of(f, f.writer);
  Clients first;
  Clients second;
  with_a_normal_client(app, [&] {
    first = send_from(app, kMostOfOne, of_observer);
    second = send_from(app, kMostOfOne, of_writer);
    std::this_thread::sleep_for(milliseconds(300));
  });
  check_that_others_are_served(app, f);
  for (auto* clients : {&first, &second}) {
    for (auto& client : *clients) {
      const std::string answer = client->receive_answer(seconds(10));
      CHECK(status_of(answer) == 200);
      CHECK(Json::parse(body_of(answer)).at("items").at(0).at("type") == "text.saved");
    }
  }
}

TEST_CASE("of one access token only so many polls wait, whatever it sends, and others are not touched by it") {
  TestApp app(with_two_threads());
  const ReportFixture f(app);
  Clients many = send_from(app, kMostOfOne, poll_of(f, f.observer));
  std::this_thread::sleep_for(milliseconds(300));
  Clients more = send_from(app, 20, poll_of(f, f.observer));
  for (auto& client : more) check_refusal(client->receive_answer(), 429, "too_many_waiting");
  Clients of_other = send_from(app, 3, poll_of(f, f.writer, 1));
  CHECK(with_status(of_other, 200, seconds(5)) == 3);
  check_that_others_are_served(app, f);
  CHECK(with_status(many, 200, seconds(5)) == kMostOfOne);
}

TEST_CASE("a poll ends when its connection ends, and makes room for the next") {
  TestApp app(with_two_threads());
  const ReportFixture f(app);
  for (int round = 0; round < 5; ++round) {
    Clients many = send_from(app, kMostOfOne, poll_of(f, f.observer));
    std::this_thread::sleep_for(milliseconds(200));
    many.clear();
    std::this_thread::sleep_for(milliseconds(200));
    Clients next = send_from(app, 1, poll_of(f, f.observer, 1));
    CHECK(with_status(next, 200, seconds(5)) == 1);
  }
}

TEST_CASE("a poll whose token is revoked while it waits tells nothing of what happened afterwards") {
  TestApp app;
  const ReportFixture f(app);
  const auto made = app.admin().post("/v1/users/observer/tokens", {{"label", "to be revoked"}}).json();
  RawClient client(app.port());
  client.send(poll_of(f, app.with_token(made.at("secret"))));
  std::this_thread::sleep_for(milliseconds(200));
  REQUIRE(app.admin().remove("/v1/users/observer/tokens/" + made.at("id").dump()).status == 204);
  REQUIRE(f.save("What the observer may not know of.").status == 201);
  check_refusal(client.receive_answer(), 401, "invalid_token");
}

TEST_CASE("requests that are sent behind a poll are answered behind it") {
  TestApp app(with_two_threads());
  const ReportFixture f(app);
  RawClient client(app.port());
  client.send(poll_of(f, f.observer, 1) + get_with(f.observer.token(), "/v1/me"));
  CHECK(body_of(client.receive_answer()).starts_with("{\"items\""));
  CHECK(body_of(client.receive_answer()).find("\"user\"") != std::string::npos);
}

TEST_CASE("a service that stops answers the polls that wait, at once") {
  auto app = std::make_unique<TestApp>();
  Clients clients;
  {
    const ReportFixture f(*app);
    clients = send_from(*app, 5, poll_of(f, f.observer));
  }
  std::this_thread::sleep_for(milliseconds(200));
  std::jthread stopping([&] { app.reset(); });
  CHECK(with_status(clients, 200, seconds(5)) == 5);
}

TEST_CASE("bodies that come slowly hold no thread, and are taken in the end") {
  Config config = with_two_threads();
  config.body_seconds = 60;
  TestApp app(config);
  const ReportFixture f(app);
  std::vector<std::string> bodies;
  Clients clients;
  with_a_normal_client(app, [&] {
    for (int i = 0; i < 40; ++i) {
      bodies.push_back(R"({"id": "slow-)" + std::to_string(i) + R"(", "title": {"en": "Slow"}})");
      clients.push_back(std::make_unique<RawClient>(app.port()));
      clients.back()->send(post_head(app, bodies.back().size()) + bodies.back().substr(0, 5));
    }
    std::this_thread::sleep_for(milliseconds(300));
    check_that_others_are_served(app, f);
    for (std::size_t i = 0; i < clients.size(); ++i) clients[i]->send(bodies[i].substr(5, 9));
    std::this_thread::sleep_for(milliseconds(100));
    for (std::size_t i = 0; i < clients.size(); ++i) clients[i]->send(bodies[i].substr(14));
  });
  CHECK(with_status(clients, 201, seconds(10)) == 40);
}

TEST_CASE("of one access token only so many bodies are waited for") {
  TestApp app(with_two_threads());
  Clients clients = send_from(app, 70, post_head(app, 1000) + "{");
  int waited_for = 0;
  for (auto& client : clients) {
    const std::string answer = client->receive_answer();
    waited_for += status_of(answer) == 408 ? 1 : 0;
    if (status_of(answer) != 408) check_refusal(answer, 429, "too_many_slow_bodies");
  }
  CHECK(waited_for == 64);
}

TEST_CASE("health checks and the look at oneself are answered while all threads are busy") {
  TestApp app(with_two_threads());
  const ReportFixture f(app);
  KeptWriter writer(app);
  std::vector<std::jthread> savers;
  for (int i = 0; i < 4; ++i) savers.emplace_back([&, i] { app.agency("busy-" + std::to_string(i)); });
  std::this_thread::sleep_for(milliseconds(300));
  httplib::Client client("127.0.0.1", app.port());
  client.set_read_timeout(5);
  const httplib::Headers token{{"Authorization", "Bearer " + f.head.token()}};
  for (const char* path : {"/healthz", "/openapi.json", "/v1/me"}) {
    const auto answer = client.Get(path, token);
    CHECK_MESSAGE((answer && answer->status == 200), path);
  }
  client.set_read_timeout(0, 300'000);
  CHECK_FALSE(client.Get("/v1/agencies", token));
  writer.let_go();
}
