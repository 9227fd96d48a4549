#!/bin/sh
# Hive Gateway as its documentation starts it; further flags (--hive-router-runtime: planner and executor around Rust)
# come after the subgraphs.
port=$1 supergraph=$2
shift 2
while [ $# -gt 0 ] && [ "${1#--}" = "$1" ]; do shift; done
here=$(dirname "$0")
exec node "$here/../node_modules/@graphql-hive/gateway/dist/bin.js" supergraph "$supergraph" \
  --host 127.0.0.1 --port "$port" --fork 1 "$@"
