# The studio in a container: not root, nothing written but DATA_DIR. See README, "On a server".
FROM node:24-slim AS build
WORKDIR /studio
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build:standalone

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /studio
COPY --from=build /studio/.next/standalone ./
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.mjs"]
