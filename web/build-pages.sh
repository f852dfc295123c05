#!/bin/sh
# Builds the pages into dist/. Called by Maven; skips the work when no source is newer than the last result.
set -eu
cd "$(dirname "$0")"
if [ -f dist/index.html ] && [ -z "$(find package.json package-lock.json index.html vite.config.ts tsconfig.json src public -newer dist/index.html 2>/dev/null | head -1)" ]; then
  exit 0
fi
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund
fi
npm run build
