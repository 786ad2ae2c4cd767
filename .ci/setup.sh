# shellcheck shell=bash
# What the steps share: their tools, and a service to try things on. Sourced by each step, from the top of the checkout.
set -euo pipefail
. service/setup.sh

# The first line that a step prints: what it proves, as its second line says.
sed -n '2s/^# //p' "$0"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/national-report
mkdir -p "$cache"

# Ends a step whose tools cannot be had. The runner shows the reason and counts it.
leave_out() {
  echo "$*" >&2
  exit 77
}

# need COMMAND PACKAGE...: installs the packages where the command is missing, whoever brought it.
need() {
  local command=$1
  shift
  command -v "$command" >/dev/null || install_packages "$@" || leave_out "$command cannot be installed"
}

# npm_package NAME VERSION: prints the folder that holds the package, kept from run to run.
npm_package() {
  local folder
  folder=$cache/npm/$(tr '/@' '--' <<<"$1")-$2
  if [ ! -f "$folder/complete" ]; then
    need npm nodejs npm
    npm install --prefix "$folder" --no-audit --no-fund --no-save "$1@$2" >&2 || leave_out "npm cannot get $1 $2"
    touch "$folder/complete"
  fi
  echo "$folder/node_modules"
}

# maven_jar GROUP:ARTIFACT:VERSION[:PACKAGING:CLASSIFIER]: prints the path of the file, kept from run to run.
maven_jar() {
  local folder
  folder=$cache/maven/$(tr ':' '-' <<<"$1")
  if [ ! -f "$folder/complete" ]; then
    need mvn maven
    mvn --batch-mode --quiet dependency:copy "-Dartifact=$1" "-DoutputDirectory=$folder" >&2 || leave_out "Maven cannot get $1"
    touch "$folder/complete"
  fi
  echo "$folder"/*.jar
}

# build_watched FOLDER SANITIZERS TARGET [CMAKE-ARGUMENT...]: what runs there is watched.
build_watched() {
  install_packages "${build_packages[@]}" "${document_packages[@]}" "${test_packages[@]}" || leave_out "the packages cannot be installed"
  have_typst
  # Nobody builds there again and again after small changes: larger batches, which read the headers half as often.
  build "$1" "$3" -DCMAKE_BUILD_TYPE=Debug -DNATIONAL_REPORT_SANITIZE="$2" -DCMAKE_UNITY_BUILD_BATCH_SIZE=16 "${@:4}"
}

# build_asan TARGET: the suite and the fuzz targets with address and undefined behaviour checks. clang fuzzes, and is quicker;
# its reports have names where llvm's symbolizer is.
build_asan() {
  need clang++-19 clang-19
  need llvm-symbolizer-19 llvm-19
  install_packages libclang-rt-19-dev || leave_out "clang's runtime cannot be installed"
  ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-19)
  export ASAN_SYMBOLIZER_PATH
  build_watched build-asan address,undefined "$1" -DCMAKE_CXX_COMPILER=clang++-19 -DNATIONAL_REPORT_FUZZ=ON
}

# play_demo: leaves the files of the demo in build/ci/demo, made by the program as it is now.
play_demo() {
  build build national-report
  [ build/ci/demo/.played -nt build/national-report ] && return
  rm -rf build/ci/demo
  service/run demo --once --out build/ci/demo
  touch build/ci/demo/.played
}

# start_service FOLDER: a service on an empty database in that folder; sets url, token and service_pid.
start_service() {
  local output=$1/output
  have_typst
  rm -rf "$1"
  mkdir -p "$1"
  NATIONAL_REPORT_DATABASE=$1/test.sqlite build/national-report serve --port 0 --log json >"$output" 2>&1 &
  service_pid=$!
  trap 'kill "$service_pid" 2>/dev/null || true' EXIT
  wait_for_service "$output"
}

# wait_for_service OUTPUT: reads the address and the first token from what the service printed.
wait_for_service() {
  need curl curl
  touch "$1"  # the service may not have been started so far yet
  for _ in $(seq 100); do
    url=$(sed -n 's/.*"listening on \([^"]*\)".*/\1/p' "$1")
    # shellcheck disable=SC2034  # the steps use it
    token=$(sed -n '/^The database is new/{n;p}' "$1")
    if [ -n "$url" ] && curl -fsS -o /dev/null "$url/readyz"; then return 0; fi
    sleep 0.1
  done
  cat "$1"
  echo "the service did not come up"
  return 1
}

# SIGTERM must end the service with exit code 0.
stop_service() {
  kill -TERM "$service_pid"
  wait "$service_pid"
  trap - EXIT
}

# check_report FOLDER: the demo's files are there, whole, and about the sample report.
check_report() {
  need jq jq
  need pdftotext poppler-utils
  need unzip unzip
  local file
  for file in country-report.{md,html,json,docx,odt,pdf} country-report.{ru,tk}.{docx,pdf} to-translate.{ru,tk}.xlf changes.html export.zip status.csv; do
    [ -s "$1/$file" ] || { echo "$file is missing or empty"; return 1; }
  done
  grep -q '^# ' "$1/country-report.md"
  grep -qi '^<!doctype html>' "$1/country-report.html"
  grep -q '</html>' "$1/country-report.html"
  if grep -qi '<script' "$1/country-report.html"; then echo "the report carries a script"; return 1; fi
  unzip -tqq "$1/country-report.docx"
  unzip -tqq "$1/country-report.odt"
  unzip -tqq "$1/export.zip"
  pdftotext "$1/country-report.ru.pdf" - | grep 'Национальный доклад' >/dev/null
  pdftotext "$1/country-report.tk.pdf" - | grep 'milli hasabat' >/dev/null
  jq -e 'type == "object"' "$1/country-report.json" >/dev/null
  [ "$(wc -l <"$1/status.csv")" -gt 30 ]
  ls -l "$1"
}
