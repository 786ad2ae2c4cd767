# The service on Debian 13. `--target test` also builds the tests of what meets the libraries of that release, and runs them there.
FROM debian:trixie-slim AS build
WORKDIR /src
ENV CCACHE_DIR=/ccache
COPY service/setup.sh service/
RUN service/setup.sh
COPY . .
RUN --mount=type=cache,target=/ccache \
    cmake -S . -B build -G Ninja -DNATIONAL_REPORT_TESTS=OFF \
    && cmake --build build --target national-report

# Without the wheel the image has everything but PDF files. Where PyPI is reached through a proxy with a certificate of its own:
# --secret id=certificates,src=FILE
FROM debian:trixie-slim AS typst
WORKDIR /src
COPY service/setup.sh service/
COPY service/typst service/typst
RUN --mount=type=secret,id=certificates,target=/run/certificates.pem \
    bash -c '[ ! -s /run/certificates.pem ] || export PIP_CERT=/run/certificates.pem; \
      . service/setup.sh && install_packages ca-certificates python3 python3-pip && { install_typst /opt/typst || say "no Typst, no PDF"; }'

FROM build AS test
COPY --from=typst /opt/typst /opt/typst
ENV PATH=/opt/typst/bin:$PATH
RUN bash -c '. service/setup.sh && install_packages "${document_packages[@]}" "${test_packages[@]}"'
RUN --mount=type=cache,target=/ccache \
    cmake -S . -B build -DNATIONAL_REPORT_TESTS=ON \
    && cmake --build build --target test-store test-documents test-http \
    && ctest --test-dir build --tests-regex '^(store|documents|http)/' --output-on-failure --no-tests=error --parallel 2

FROM debian:trixie-slim
LABEL org.opencontainers.image.title="national-report" \
      org.opencontainers.image.description="National reports to the International Migration Review Forum: write, review, assemble" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.base.name="docker.io/library/debian:trixie-slim"
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
       ca-certificates tzdata libcmark-gfm0.29.0.gfm.13 libcmark-gfm-extensions0.29.0.gfm.13 libcpp-httplib0.18 libdate-tz3 \
       libexpat1 libpugixml1v5 libspdlog1.15 libsqlite3-0 libssl3t64 libutf8proc3 libyaml-cpp0.8 libzip5 libical3t64 libcurl4t64 libturbojpeg0 libjpeg62-turbo libpng16-16t64 liblcms2-2 zlib1g \
       pandoc librsvg2-bin python3 \
       fonts-liberation fonts-dejavu-core fonts-hosny-amiri fonts-droid-fallback fonts-unifont \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
    && groupadd --gid 10001 national-report \
    && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin national-report \
    && install -d -o 10001 -g 10001 -m 0750 /data
COPY --from=typst /opt/typst /opt/typst
RUN ln -s /opt/typst/bin/typst /usr/local/bin/typst
COPY --from=build /src/build/national-report /usr/local/bin/national-report
ENV NATIONAL_REPORT_HOST=0.0.0.0 \
    NATIONAL_REPORT_DATABASE=/data/national-report.sqlite
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["national-report", "health"]
ENTRYPOINT ["national-report"]
CMD ["serve"]
