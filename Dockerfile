# The studio in a container: runs as non-root and writes only to DATA_DIR. See README, "On a server".
# Base images are pinned by digest; the tag is for readers.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS build
WORKDIR /studio
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# The path under which a proxy hands the studio out, if any: docker build --build-arg BASE_PATH=/studio
ARG BASE_PATH=
RUN npm run build:standalone

FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6
ARG BASE_PATH=
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data BASE_PATH=$BASE_PATH
WORKDIR /studio
COPY --from=build /studio/.next/standalone ./
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}${process.env.BASE_PATH}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.mjs"]
