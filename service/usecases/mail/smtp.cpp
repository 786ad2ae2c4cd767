#include "usecases/mail/smtp.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace usecases {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kLongestOutcome = 300;
constexpr std::chrono::seconds kGraceForReply{3};

// Once, before there are threads that use it.
void start_library() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

// What a relay says goes into the database and to people: one line of ASCII, and not all of a book.
std::string clean(std::string_view text) {
  std::string line;
  for (const char c : text.substr(0, kLongestOutcome))
    line += c < ' ' || c > '~' ? (c == '\t' || c == '\r' || c == '\n' ? ' ' : '?') : c;
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// "550 5.1.1 No such person" -> 550; 0: this is no reply.
int code_of(std::string_view line) {
  if (line.size() < 3 || !std::ranges::all_of(line.substr(0, 3), [](char c) { return c >= '0' && c <= '9'; })) return 0;
  return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

template <class... Value>
void set(CURL* curl, CURLoption option, Value... value) {
  if (curl_easy_setopt(curl, option, value...) != CURLE_OK) throw std::runtime_error("libcurl lacks what mail needs");
}

void allow_mail_only(CURL* curl) {
#if LIBCURL_VERSION_NUM >= 0x075500
  set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
#else
  set(curl, CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_SMTP | CURLPROTO_SMTPS));
#endif
}

}  // namespace

// The handle, and the sockets it has open: what hangs is ended by closing these from outside.
struct SmtpRelay::Curl {
  Curl() : handle((start_library(), curl_easy_init())) {
    if (handle == nullptr) throw std::bad_alloc();
    set(handle, CURLOPT_SOCKOPTFUNCTION, &Curl::opened);
    set(handle, CURLOPT_SOCKOPTDATA, this);
    set(handle, CURLOPT_CLOSESOCKETFUNCTION, &Curl::closed);
    set(handle, CURLOPT_CLOSESOCKETDATA, this);
  }
  ~Curl() { end(); }
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;

  static int opened(void* self, curl_socket_t socket, curlsocktype) {
    auto* curl = static_cast<Curl*>(self);
    fcntl(socket, F_SETFD, FD_CLOEXEC);  // programs that make documents do not get it
    const std::lock_guard lock(curl->mutex);
    curl->sockets.insert(socket);
    return CURL_SOCKOPT_OK;
  }

  static int closed(void* self, curl_socket_t socket) {
    auto* curl = static_cast<Curl*>(self);
    const std::lock_guard lock(curl->mutex);
    curl->sockets.erase(socket);
    return close(socket);
  }

  void end() {
    curl_easy_cleanup(handle);
    handle = nullptr;
  }

  void hang_up() {
    const std::lock_guard lock(mutex);
    for (const int socket : sockets) shutdown(socket, SHUT_RDWR);
  }

  std::mutex mutex;
  std::set<int> sockets;
  CURL* handle;
};

// One mail on its way, with what was said about it.
class SmtpRelay::Transfer {
 public:
  Transfer(const std::string& message, const std::function<void()>& before_body,
           const std::function<bool()>& is_stopping)
      : message_(message), before_body_(before_body), is_stopping_(is_stopping) {}

  void attach(CURL* curl) {
    set(curl, CURLOPT_READFUNCTION, &Transfer::read);
    set(curl, CURLOPT_READDATA, this);
    set(curl, CURLOPT_XFERINFOFUNCTION, &Transfer::progress);
    set(curl, CURLOPT_XFERINFODATA, this);
    set(curl, CURLOPT_DEBUGFUNCTION, &Transfer::listen);
    set(curl, CURLOPT_DEBUGDATA, this);
    set(curl, CURLOPT_ERRORBUFFER, error_.data());
    set(curl, CURLOPT_VERBOSE, 1L);  // for listen(); nothing of it is written anywhere
  }

  // Between two mails there is nobody who listens.
  static void detach(CURL* curl) {
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, nullptr);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  }

  Handed outcome(CURLcode result) const {
    if (fault_) std::rethrow_exception(fault_);
    if (result == CURLE_OK) return {domain::Handing::accepted, clean(reply_), false};
    if (began_) return outcome_behind_body(result);
    if (result == CURLE_ABORTED_BY_CALLBACK) return {domain::Handing::not_reached, "the service stops", true};
    // With other commands, and with 421, it speaks of itself or of us, and not of this mail.
    const bool of_this_mail = (verb_ == "RCPT" || verb_ == "DATA") && code_ != 421;
    if (of_this_mail && code_ >= 500) return {domain::Handing::refused, clean(reply_), false};
    if (of_this_mail && code_ >= 400) return {domain::Handing::later, clean(reply_), false};
    return {domain::Handing::not_reached, said(result), false};
  }

 private:
  Handed outcome_behind_body(CURLcode result) const {
    if (code_ >= 500) return {domain::Handing::refused, clean(reply_), false};
    if (code_ >= 400) return {domain::Handing::later, clean(reply_), false};
    // Without its end, which is the last that goes out, a relay may keep nothing of it.
    if (sent_ < message_.size()) return {domain::Handing::not_reached, said(result), false};
    return {domain::Handing::lost, "no answer to the mail: " + said(result), false};
  }

  std::string said(CURLcode result) const {
    if (code_ >= 400) return clean(verb_.empty() ? reply_ : verb_ + ": " + reply_);
    return clean(error_[0] != 0 ? error_.data() : curl_easy_strerror(result));
  }

  static std::size_t read(char* into, std::size_t size, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->read_some(into, size * count);
  }

  // Nothing may be thrown through the library.
  std::size_t read_some(char* into, std::size_t room) {
    if (!began_) {
      try {
        before_body_();
      } catch (...) {
        fault_ = std::current_exception();
        return CURL_READFUNC_ABORT;
      }
      began_ = true;
      code_ = 0;
      reply_.clear();
    }
    const std::size_t part = std::min(room, message_.size() - sent_);
    std::memcpy(into, message_.data() + sent_, part);
    sent_ += part;
    return part;
  }

  static int progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Transfer*>(self)->has_to_stop() ? 1 : 0;
  }

  bool has_to_stop() {
    if (!is_stopping_()) return false;
    if (!began_) return true;
    if (!stopping_since_) stopping_since_ = steady_clock::now();
    return steady_clock::now() - *stopping_since_ > kGraceForReply;
  }

  static int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
    const std::string_view line(data, size);
    if (type == CURLINFO_HEADER_OUT) static_cast<Transfer*>(self)->note_command(line);
    if (type == CURLINFO_HEADER_IN) static_cast<Transfer*>(self)->note_reply(line);
    return 0;
  }

  // Only what kind of command it is: behind AUTH go name and password, in lines of their own.
  void note_command(std::string_view line) {
    over_ = over_ || line.starts_with("QUIT");  // the library ends a connection after a refusal
    if (over_) return;
    constexpr std::array<std::string_view, 7> kVerbs{"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"};
    const auto found = std::ranges::find(kVerbs, line.substr(0, line.find_first_of(" \r\n")));
    verb_ = found == kVerbs.end() ? (verb_ == "AUTH" ? "AUTH" : "") : std::string(*found);
    code_ = 0;
  }

  void note_reply(std::string_view line) {
    const int code = code_of(line);
    if (code == 0 || over_) return;
    code_ = code;
    reply_ = line;
  }

  const std::string& message_;
  const std::function<void()>& before_body_;
  const std::function<bool()>& is_stopping_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  std::string verb_;   // the last command
  std::string reply_;  // the last one
  int code_ = 0;       // to the last command, or to the body; 0: none came yet
  std::size_t sent_ = 0;
  bool began_ = false;  // the body was asked for
  bool over_ = false;   // what is said from now on is about the connection
  std::optional<steady_clock::time_point> stopping_since_;
  std::exception_ptr fault_;
};

SmtpRelay::SmtpRelay(const SmtpOptions& options, std::function<bool()> is_stopping)
    : options_(options), is_stopping_(std::move(is_stopping)), curl_(std::make_unique<Curl>()) {
  CURL* curl = curl_->handle;
  allow_mail_only(curl);
  set(curl, CURLOPT_URL, (options_.url + "/" + options_.greeting).c_str());
  set(curl, CURLOPT_PROXY, "");  // whatever the environment says
  set(curl, CURLOPT_NOSIGNAL, 1L);
  set(curl, CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer holds nobody up
  set(curl, CURLOPT_NOPROGRESS, 0L);
  set(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_time.count()));
  set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.time.count()));
  set(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max(1L, static_cast<long>(options_.time.count() / 1000)));
  set(curl, CURLOPT_UPLOAD, 1L);  // else it would only ask whether there is such an address
  set(curl, CURLOPT_MAIL_FROM, options_.sender.c_str());
  set(curl, CURLOPT_USE_SSL, static_cast<long>(options_.tls_required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!options_.ca_file.empty()) set(curl, CURLOPT_CAINFO, options_.ca_file.c_str());
  if (options_.login.empty()) return;
  set(curl, CURLOPT_USERNAME, options_.login.c_str());
  set(curl, CURLOPT_PASSWORD, options_.password.c_str());
}

// To a relay that did not take the last mail nobody says goodbye: its answer might not come either.
void SmtpRelay::end() {
  if (!polite_) hang_up();
  curl_->end();
}

SmtpRelay::~SmtpRelay() = default;

void SmtpRelay::hang_up() { curl_->hang_up(); }

Handed SmtpRelay::hand_over(const std::string& address, const std::string& message,
                            const std::function<void()>& before_body) {
  CURL* curl = curl_->handle;
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(curl_slist_append(nullptr, address.c_str()),
                                                                       &curl_slist_free_all);
  if (!to) throw std::bad_alloc();
  Transfer transfer(message, before_body, is_stopping_);
  set(curl, CURLOPT_MAIL_RCPT, to.get());
  transfer.attach(curl);
  const CURLcode result = curl_easy_perform(curl);
  transfer.detach(curl);
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, nullptr);
  polite_ = result == CURLE_OK;
  return transfer.outcome(result);
}

std::string smtp_library() { return "libcurl " + std::string(curl_version_info(CURLVERSION_NOW)->version); }

}  // namespace usecases
