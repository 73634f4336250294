# syntax=docker/dockerfile:1
# The engine, built: serves the site folder in the volume /site. See docs/container.md.

# The code of this site (site/slots.tsx, site/components) becomes part of the build. To use another site: docker build --build-context site=../my-blog .
FROM scratch AS site
COPY e2e/sites/empty /

FROM node:24-bookworm-slim AS engine
WORKDIR /lemma
COPY package.json package-lock.json ./
COPY lib/markdown/keep-html lib/markdown/keep-html
# No package needs its install script to run (docs/security.md).
RUN ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
COPY . .
COPY --from=site / /site
RUN ["node", "lib/cli/build.mjs", "--site", "/site"]
RUN ["node", "lib/cli/pack.mjs", "--site", "/site"]
# Next's cache of images is in the volume.
RUN ["ln", "-s", "/site/.next/cache/images", ".next/cache/images"]

FROM debian:bookworm-slim
# `--build-arg EXTRA_PACKAGES="git ca-certificates openssh-client"` for a webhook that pulls.
ARG EXTRA_PACKAGES=""
# The release of Debian in the base image decides the versions.
# hadolint ignore=DL3008
RUN apt-get update && \
    apt-get install -y --no-install-recommends tini ${EXTRA_PACKAGES} && \
    rm -rf /var/lib/apt/lists/* && \
    useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin lemma && \
    install -d -o lemma -g lemma /site
COPY --from=engine /usr/local/bin/node /usr/local/bin/node
COPY --from=engine /lemma /lemma
WORKDIR /lemma
ENV NODE_ENV=production HOME=/tmp LEMMA_SITE=/site PORT=3000 \
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=/site
USER 10001:10001
VOLUME /site
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 CMD ["node", "lib/cli/healthcheck.mjs"]
# The commands end as the signal ends them (143), which is a normal end here.
ENTRYPOINT ["tini", "-e", "143", "--"]
CMD ["node", "lib/cli/start.mjs"]
