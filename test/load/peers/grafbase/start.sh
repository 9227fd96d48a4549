#!/bin/sh
# The development server of Grafbase's command line: the one native engine that comes ready built in an npm package.
# It composes by itself, from the subgraphs' SDL beside the supergraph.
set -eu
port=$1 directory=$(dirname "$2")
shift 2
config="$directory/grafbase.toml"
: > "$config"
for subgraph in "$@"; do
  name=${subgraph%%=*} url=${subgraph#*=}
  printf '[subgraphs.%s]\nurl = "%s"\nschema_path = "%s/%s.graphql"\n\n' "$name" "$url" "$directory" "$name" >> "$config"
done
here=$(dirname "$0")
exec "$here/../node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase" dev --config "$config" --port "$port"
