// Clients that ask again as soon as they are answered, all on keep-alive connections of one thread. Prints one line of
// JSON.
//   bench-load PORT CLIENTS SECONDS TOKEN get PATH            everyone gets the same address
//   bench-load PORT CLIENTS SECONDS TOKEN save PATH...        everyone saves 4 kB under a path of its own,
//                                                             with If-Match
// The first tenth of a second warms up and is not counted.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kTextBytes = 4096;
constexpr Seconds kWarmUp{0.1};

struct Options {
  std::uint16_t port = 0;
  std::size_t clients = 0;
  Seconds duration{};
  std::string token;
  bool saves = false;
  std::vector<std::string> paths;
};

struct Client {
  int socket = -1;
  std::string path;
  std::string request;
  std::string text;  // what is saved next, as JSON; made while the answer is awaited, for it is not the service's time
  std::string head;  // of the answer, as far as it is there
  std::size_t body_bytes = 0;
  std::size_t body_left = 0;  // not received yet
  std::string etag;           // of the last answer, with its quotes
  steady_clock::time_point asked{};
  std::int64_t answers = 0;  // counted ones
};

struct Result {
  std::vector<double> millis;  // of every counted answer
  std::int64_t failures = 0;
  std::string first_failure;
  std::size_t body_bytes = 0;
};

// 4 kB of Markdown that is different each time: paragraphs, and now and then a list.
std::string sample_text() {
  static std::int64_t number = 0;
  std::string text = "Text number " + std::to_string(++number) + ".\n\n";
  while (text.size() < kTextBytes) {
    for (int sentence = 0; sentence < 5; ++sentence) {
      text += "The agencies agreed on **one** set of figures, and each of them says where its own come from. ";
    }
    text += "\n\n- Registers of residence and of work permits, joined once a month.\n- The survey of households.\n\n";
  }
  text.resize(kTextBytes - 1);
  return text + "\n";
}

std::string quoted_for_json(const std::string& text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else {
      quoted += c;
    }
  }
  return quoted;
}

std::string head_of(const Options& options, const Client& client, const char* method) {
  return std::string(method) + " " + client.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
         options.token + "\r\n";
}

std::string get_request(const Options& options, const Client& client) {
  return head_of(options, client, "GET") + "\r\n";
}

std::string save_request(const Options& options, const Client& client) {
  return head_of(options, client, "PUT") + "If-Match: " + client.etag +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(client.text.size()) + "\r\n\r\n" +
         client.text;
}

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const int yes = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("a connection was refused");
  }
  return socket;
}

void ask(Client& client) {
  client.head.clear();
  client.asked = steady_clock::now();
  std::string_view left = client.request;
  while (!left.empty()) {
    const ssize_t sent = send(client.socket, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("a connection was closed");
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string_view header_of(std::string_view head, std::string_view name) {
  const auto at = head.find(name);
  if (at == std::string_view::npos) return {};
  const auto value = head.substr(at + name.size());
  return value.substr(0, value.find("\r\n"));
}

// Receives what is there; true: the answer is whole. A body is counted and thrown away where it lies.
bool receive(Client& client) {
  if (client.body_left > 0) {
    const ssize_t count = recv(client.socket, nullptr, client.body_left, MSG_TRUNC);
    if (count <= 0) throw std::runtime_error("a connection was closed");
    client.body_left -= static_cast<std::size_t>(count);
    return client.body_left == 0;
  }
  std::array<char, 4096> buffer;
  const ssize_t count = recv(client.socket, buffer.data(), buffer.size(), 0);
  if (count <= 0) throw std::runtime_error("a connection was closed");
  client.head.append(buffer.data(), static_cast<std::size_t>(count));
  const auto end = client.head.find("\r\n\r\n");
  if (end == std::string::npos) return false;
  const std::string length(header_of(std::string_view(client.head).substr(0, end + 2), "\r\nContent-Length: "));
  client.body_bytes = std::strtoul(length.c_str(), nullptr, 10);
  client.body_left = client.body_bytes - (client.head.size() - end - 4);
  client.head.resize(end + 2);
  return client.body_left == 0;
}

class Load {
 public:
  explicit Load(Options options) : options_(std::move(options)), clients_(options_.clients), epoll_(epoll_create1(0)) {
    for (std::size_t i = 0; i < clients_.size(); ++i) open(clients_[i], options_.paths[i % options_.paths.size()]);
  }

  Result run() {
    start_ = steady_clock::now();
    for (Client& client : clients_) start(client);
    std::array<epoll_event, 64> events{};
    while (steady_clock::now() - start_ < kWarmUp + options_.duration) {
      const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 100);
      for (int i = 0; i < count; ++i) proceed(*static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr));
    }
    return std::move(result_);
  }

  const Result& so_far() const { return result_; }
  const std::vector<Client>& clients() const { return clients_; }

 private:
  void open(Client& client, const std::string& path) {
    client.socket = connect_to(options_.port);
    client.path = path;
    client.request = get_request(options_, client);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &client;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, client.socket, &event);
  }

  void proceed(Client& client) {
    if (!receive(client)) return;
    note(client);
    if (options_.saves) client.request = save_request(options_, client);
    start(client);
  }

  void start(Client& client) {
    ask(client);
    if (options_.saves) client.text = "{\"markdown\":\"" + quoted_for_json(sample_text()) + "\"}";
  }

  void note(Client& client) {
    const auto now = steady_clock::now();
    const int status = std::atoi(client.head.c_str() + std::string_view("HTTP/1.1 ").size());
    if (status < 200 || status > 201) {
      ++result_.failures;
      if (result_.first_failure.empty()) result_.first_failure = client.head.substr(0, 12);
    }
    client.etag = header_of(client.head, "\r\nETag: ");
    result_.body_bytes = client.body_bytes;
    if (now - start_ < kWarmUp) return;
    ++client.answers;
    result_.millis.push_back(std::chrono::duration<double, std::milli>(now - client.asked).count());
  }

  Options options_;
  std::vector<Client> clients_;
  int epoll_;
  steady_clock::time_point start_{};
  Result result_;
};

void print(const Options& options, Result& result, const std::vector<Client>& clients) {
  std::ranges::sort(result.millis);
  const auto percentile = [&](double share) {
    if (result.millis.empty()) return 0.0;
    return result.millis[static_cast<std::size_t>(share * static_cast<double>(result.millis.size() - 1))];
  };
  const auto [least, most] = std::ranges::minmax_element(clients, {}, &Client::answers);
  std::cout << "{\"per_second\":" << static_cast<double>(result.millis.size()) / options.duration.count()
            << ",\"p50_ms\":" << percentile(0.5) << ",\"p99_ms\":" << percentile(0.99)
            << ",\"least\":" << least->answers << ",\"most\":" << most->answers << ",\"failures\":" << result.failures
            << ",\"first_failure\":\"" << result.first_failure << "\",\"body_bytes\":" << result.body_bytes << "}\n";
}

Options read_options(const std::vector<std::string>& arguments) {
  if (arguments.size() < 6) throw std::runtime_error("PORT CLIENTS SECONDS TOKEN get|save PATH...");
  Options options;
  options.port = static_cast<std::uint16_t>(std::stoi(arguments[0]));
  options.clients = static_cast<std::size_t>(std::stoi(arguments[1]));
  options.duration = Seconds(std::stod(arguments[2]));
  options.token = arguments[3];
  options.saves = arguments[4] == "save";
  options.paths.assign(arguments.begin() + 5, arguments.end());
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = read_options({argv + 1, argv + argc});
    Load load(options);
    try {
      Result result = load.run();
      print(options, result, load.clients());
    } catch (const std::exception&) {
      if (load.so_far().failures > 0) std::cerr << "bench-load: first came " << load.so_far().first_failure << "\n";
      throw;
    }
  } catch (const std::exception& error) {
    std::cerr << "bench-load: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
