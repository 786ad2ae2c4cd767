#include "documents/process/process.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "support/temporary_folder.hpp"

using documents::ProcessEnd;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

// A shell script as the program, in a folder of its own.
ProcessEnd run(const std::string& script, documents::ProcessLimits limits = {}) {
  const support::TemporaryFolder folder;
  return documents::run_process({{"/bin/sh", "-c", script}, {"PATH=/usr/bin:/bin"}, folder.path()}, limits);
}

}  // namespace

TEST_CASE("a program runs in its folder, with its environment and nothing else") {
  const support::TemporaryFolder folder;
  const auto end = documents::run_process(
      {{"/bin/sh", "-c", "pwd; echo $ONLY; env | wc -l; echo no >&2"}, {"ONLY=this"}, folder.path()}, {});
  CHECK(end.succeeded());
  CHECK(end.output ==
        std::filesystem::canonical(folder.path()).string() + "\nthis\n2\nno\n");  // PWD is the shell's own
}

TEST_CASE("a program gives way to the service") {
  const int own = getpriority(PRIO_PROCESS, 0);
  CHECK(run("nice").output == std::to_string(std::min(19, own + 10)) + "\n");
}

TEST_CASE("how a program ended is told") {
  CHECK(run("exit 3").code == 3);
  CHECK_FALSE(run("exit 3").succeeded());
  const auto killed = run("kill -SEGV $$");
  CHECK(killed.kind == ProcessEnd::Kind::killed);
  CHECK(killed.code == SIGSEGV);
  CHECK(documents::run_process({{"/no/such/program"}, {}, "/"}, {}).code == 127);
}

TEST_CASE("a program that hangs is ended with all that it started") {
  const support::TemporaryFolder folder;
  const std::string mark = folder.file("late");
  documents::ProcessLimits limits;
  limits.time = milliseconds(300);
  const auto start = steady_clock::now();
  const auto end = run("(sleep 1; echo late > " + mark + ") & sleep 30", limits);
  CHECK(end.kind == ProcessEnd::Kind::timed_out);
  CHECK(steady_clock::now() - start < milliseconds(3000));
  std::this_thread::sleep_for(milliseconds(1200));
  CHECK_FALSE(std::filesystem::exists(mark));
}

TEST_CASE("a program is ended when its work is not wanted any more") {
  std::stop_source source;
  std::thread stopper([&] {
    std::this_thread::sleep_for(milliseconds(200));
    source.request_stop();
  });
  const auto start = steady_clock::now();
  const auto end =
      documents::run_process({{"/bin/sh", "-c", "sleep 30"}, {"PATH=/usr/bin:/bin"}, "/"}, {}, source.get_token());
  stopper.join();
  CHECK(end.kind == ProcessEnd::Kind::timed_out);
  CHECK(steady_clock::now() - start < milliseconds(2000));
}

TEST_CASE("what a program leaves running behind its back is ended too") {
  const support::TemporaryFolder folder;
  const std::string mark = folder.file("late");
  CHECK(run("(sleep 1; echo late > " + mark + ") >/dev/null 2>&1 & exit 0").succeeded());
  std::this_thread::sleep_for(milliseconds(1200));
  CHECK_FALSE(std::filesystem::exists(mark));
}

TEST_CASE("a program gets no more memory, and writes no larger files, than it may") {
  documents::ProcessLimits limits;
  limits.memory_bytes = 64ULL << 20U;
  limits.file_bytes = 1ULL << 20U;
  CHECK_FALSE(run("exec awk 'BEGIN { s = \"x\"; while (1) s = s s }'", limits).succeeded());
  CHECK_FALSE(run("exec head -c 2000000 /dev/zero > large", limits).succeeded());
  CHECK(run("exec head -c 1000000 /dev/zero > small", limits).succeeded());
}

TEST_CASE("a program that talks without end is listened to for a while only") {
  const auto end = run("head -c 10000000 /dev/zero | tr '\\0' x");
  CHECK(end.succeeded());
  CHECK(end.output == std::string(4096, 'x'));
}

TEST_CASE("a program sees no file that the service has open") {
  const std::ofstream open_file("/dev/null");
  CHECK(run("ls /proc/self/fd | tr '\\n' ' '").output == "0 1 2 3 ");  // 3 is the folder that ls lists
}

TEST_CASE("a program has no network where the kernel lets us take it away") {
  const bool may = std::system("unshare -n true 2>/dev/null || unshare -rn true 2>/dev/null") == 0;
  const auto interfaces = run("cat /proc/self/net/dev | grep -v -e '|' -e ' lo:' | wc -l").output;
  CHECK((interfaces == "0\n") == may);
}

TEST_CASE("programs are looked for where PATH says") {
  CHECK(documents::find_program("sh").ends_with("/sh"));
  CHECK(documents::find_program("/bin/sh") == "/bin/sh");
  CHECK(documents::find_program("no-such-program").empty());
  CHECK(documents::find_program("/no/such").empty());
}
