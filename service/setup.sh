#!/usr/bin/env bash
# What service/run, tests/run, .ci/run and the image share: the packages the build needs, and one quiet way to build.
# Sourced it gives functions; run by itself it installs the packages.

build_packages=(
  g++ cmake ninja-build ccache pkgconf
  libcpp-httplib-dev libssl-dev libsqlitecpp-dev libsqlite3-dev nlohmann-json3-dev libspdlog-dev libyaml-cpp-dev
  libhowardhinnant-date-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libutf8proc-dev libpugixml-dev libexpat1-dev
  libvalijson-dev libzip-dev libical-dev libcurl4-openssl-dev libturbojpeg0-dev libjpeg62-turbo-dev libpng-dev liblcms2-dev zlib1g-dev doctest-dev
  tzdata ca-certificates
)

# What makes Word, OpenDocument and PDF files of a report. The service runs without them and says what is missing.
# shellcheck disable=SC2034  # others use it
document_packages=(
  pandoc librsvg2-bin python3 python3-pip
  fonts-liberation fonts-dejavu-core fonts-hosny-amiri fonts-droid-fallback fonts-unifont
)
# What the tests look into such files with, and make some of their own.
# shellcheck disable=SC2034
test_packages=(poppler-utils unzip zip libxml2-utils php-symfony-translation python3-aiosmtpd)  # the last two for the schema of XLIFF, and as a mail relay

say() { printf '%s\n' "$*" >&2; }

# Runs a command and keeps its output for the case that it fails.
quietly() {
  local output status=0
  output=$(mktemp)
  "$@" >"$output" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$output" >&2
    say "failed ($status): $*"
  fi
  rm -f "$output"
  return "$status"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Asks apt only where one of the packages is really missing.
install_packages() {
  local present package
  local missing=()
  present=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p') || true
  for package in "$@"; do
    grep -qxF -- "$package" <<<"$present" || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${missing[*]}"
  # A source that has nothing to do with us may be out of reach: whether the packages can be had shows next.
  as_root apt-get update -qq -o DPkg::Lock::Timeout=300 >/dev/null 2>&1 || true
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

# install_typst FOLDER: puts Typst, which Debian does not have, there as bin/typst; nothing where it is there already.
install_typst() {
  local folder=$1 wanted
  wanted=$(cat service/typst/* | sha256sum)
  [ "$(cat "$folder/complete" 2>/dev/null)" != "$wanted" ] || return 0
  rm -rf "$folder"
  mkdir -p "$folder/bin"
  /usr/bin/python3 -m pip install --quiet --disable-pip-version-check --no-input --no-cache-dir --no-compile --no-deps \
    --retries 1 --timeout 20 --only-binary :all: --require-hashes --requirement service/typst/requirements.txt \
    --root-user-action ignore --target "$folder/lib" >/dev/null 2>&1 || return
  install -m 0755 service/typst/typst "$folder/bin/typst"
  echo "$wanted" >"$folder/complete"
}

# Puts Typst into PATH: that of the machine where there is one of the right version, else one of our own in build/typst.
have_typst() {
  if [[ $(typst --version 2>/dev/null) == "typst 0.15."* ]]; then return; fi
  install_typst build/typst || say "Typst cannot be had from PyPI: there will be no PDF files, all else works"
  PATH=$PWD/build/typst/bin:$PATH
}

# show_tenths: of the lines of a build tool, "[12/90] ...", a line every tenth.
show_tenths() {
  local line tenth shown=0
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
    tenth=$((10 * BASH_REMATCH[1] / BASH_REMATCH[2]))
    if [ "$tenth" -gt "$shown" ]; then say "  ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]} built, $SECONDS s"; fi
    shown=$tenth
  done
}

# run_build FOLDER TARGET: on a terminal with the build tool's own counter, elsewhere with a line every tenth of long work.
run_build() {
  local output status=0
  if [ -t 2 ]; then
    cmake --build "$1" --target "$2" >&2
    return
  fi
  output=$(mktemp)
  (set -o pipefail && NINJA_STATUS='[%f/%t] ' cmake --build "$1" --target "$2" 2>&1 | tee "$output" | show_tenths) || status=$?
  if [ "$status" -ne 0 ]; then grep -v '^\[[0-9]*/[0-9]*\] ' "$output" >&2 || true; fi
  rm -f "$output"
  return "$status"
}

# build FOLDER TARGET [CMAKE-ARGUMENT...]: configures a folder the first time, then lets ninja do what is left to do.
build() {
  local folder=$1 target=$2
  shift 2
  # The same source gives the same object wherever the checkout lies, so that a fresh clone finds the cache warm.
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_IGNOREOPTIONS='-fmacro-prefix-map=*'
  if [ ! -f "$folder/build.ninja" ]; then
    say "configuring $folder"
    quietly cmake -S . -B "$folder" -G Ninja "$@" || return
  fi
  if [ ! -e "$folder/national-report" ]; then say "building $folder (the first time takes some minutes)"; fi
  run_build "$folder" "$target"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  install_packages "${build_packages[@]}"
fi
