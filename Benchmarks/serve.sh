#!/bin/bash
# The daemon against nginx: the same bytes on loopback, in turn, several times; prints each round and the medians of
# the ratios. Needs Debian's nginx-light and wrk. One event loop and one worker each; limits, counts, Date and every
# other rule stay on. A round's columns: requests/s, p50 and p99 in µs, CPU seconds per 100,000 requests.
#
# The same bytes: nginx sends the same header fields too (the security headers, Link, Vary and the rest). Without them
# its answers would be a kilobyte shorter, a 304 a third as long, and kernel and client would have less to do for it.
#
#   Benchmarks/serve.sh BINARY [ROUNDS] [SECONDS]
set -euo pipefail
binary=$(realpath "$1"); rounds=${2:-5}; seconds=${3:-4}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d); ours=""; theirs=""
trap 'for p in $ours $theirs; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT
chmod 755 "$work"

# Ours, with its limits and counts on: a limit that is counted but never reached.
NIO_SINGLETON_GROUP_LOOP_COUNT=1 "$binary" serve --guides "$root/guides" --cards "$root/cards" --port 28180 \
    --rate-limit 1000000 --data "$work/data" > "$work/ours.log" 2>&1 &
ours=$!
for _ in $(seq 100); do curl -sf localhost:28180/healthz > /dev/null && break; sleep 0.1; done

# Its pages are made ahead in idle time; nothing is measured before that is over.
idle=0; while [ $idle -lt 3 ]; do a=$(awk '{print $14 + $15}' /proc/$ours/stat); sleep 0.5; b=$(awk '{print $14 + $15}' /proc/$ours/stat); [ $((b - a)) -le 1 ] && idle=$((idle + 1)) || idle=0; done

# nginx serves the same gzipped bytes as files.
code=$(curl -s localhost:28180/ | grep -o '/c/[0-9A-Z]\{5\}"' | head -1 | tr -d '"')
mkdir -p "$work/www/c"
curl -s "localhost:28180$code" > "$work/www$code"
curl -s -H 'Accept-Encoding: gzip' "localhost:28180$code" > "$work/www$code.gz"
tag() { curl -sI -H 'Accept-Encoding: gzip' "localhost:$1$code" | tr -d '\r' | awk -F': ' 'tolower($1) == "etag" {print $2}'; }
head_of() { curl -sI -H 'Accept-Encoding: gzip' "${@:2}" "localhost:$1$code"; }
# Whatever nginx does not send by itself; Link only in full answers, as ours.
fields=$(head_of 28180 | tr -d '\r' | awk -F': ' 'NR > 1 && NF > 1 && tolower($1) !~ /^(date|etag|content-type|content-encoding|content-length)$/ {
    name = $1; sub(/^[^:]*: /, ""); gsub(/[\\"]/, "\\\\&")
    if (name == "link") { print "map $status $link { 304 \"\"; default \"" $0 "\"; }"; print "add_header link $link;" } else print "add_header " name " \"" $0 "\";" }')
cat > "$work/nginx.conf" <<CONF
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/error.log;
events { worker_connections 1024; }
http {
    access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; gzip_static on; keepalive_requests 100000000;
    open_file_cache max=1000 inactive=600s; open_file_cache_valid 600s; open_file_cache_min_uses 1;
    default_type "text/html; charset=utf-8"; client_body_temp_path $work/b; proxy_temp_path $work/p;
    fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
    server_tokens off;
$fields
    server { listen 127.0.0.1:28181; root $work/www; }
}
CONF
nginx -e "$work/error.log" -c "$work/nginx.conf" & theirs=$!
for _ in $(seq 50); do curl -sf "localhost:28181$code" > /dev/null && break; sleep 0.1; done
worker=$(pgrep -P $theirs | head -1)

ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
echo "header bytes: onecard $(head_of 28180 | wc -c), 304 $(head_of 28180 -H "If-None-Match: $(tag 28180)" | wc -c);" \
    "nginx $(head_of 28181 | wc -c), 304 $(head_of 28181 -H "If-None-Match: $(tag 28181)" | wc -c)"

# server port pid clients kind -> "requests/s p50us p99us CPUs/100k"
measure() {
    local extra=() before after out
    [ "$4" = 304 ] && extra=(-H "If-None-Match: $(tag "$1")")
    before=$(ticks "$2")
    out=$(wrk -t1 -c"$3" -d"${seconds}s" --latency -H 'Accept-Encoding: gzip' "${extra[@]}" "http://127.0.0.1:$1$code")
    after=$(ticks "$2")
    awk -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" '
        function us(t) { return t ~ /us$/ ? t + 0 : t ~ /ms$/ ? t * 1000 : t * 1000000 }
        $1 == "50%" { p50 = us($2) } $1 == "99%" { p99 = us($2) }
        /requests in/ { n = $1 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
        END { printf "%d %d %d %.3f\n", rate, p50, p99, ticks / hz / n * 100000 }' <<< "$out"
}

for clients in 64 1; do for kind in 200 304; do
    : > "$work/ratios"
    for round in $(seq "$rounds"); do
        # Who goes first alternates.
        if [ $((round % 2)) = 1 ]; then
            a=$(measure 28180 $ours $clients $kind); b=$(measure 28181 "$worker" $clients $kind)
        else
            b=$(measure 28181 "$worker" $clients $kind); a=$(measure 28180 $ours $clients $kind)
        fi
        echo "c$clients $kind  onecard $a   nginx $b"
        echo "$a $b" | awk '{printf "%.4f %.4f %.4f %.4f\n", $1 / $5, $2 / ($6 > 0 ? $6 : 1), $3 / ($7 > 0 ? $7 : 1), $4 / $8}' >> "$work/ratios"
    done
    for column in 1 2 3 4; do cut -d' ' -f$column "$work/ratios" | sort -n | awk '{v[NR] = $1} END {printf "%.2f ", v[int((NR + 1) / 2)]}'; done \
        | awk -v what="c$clients $kind" '{print "== " what "  medians of onecard/nginx: requests/s " $1 ", p50 " $2 ", p99 " $3 ", CPU per request " $4}'
done; done
echo "memory, MB: onecard $(awk '/VmRSS/ {print int($2 / 1024)}' /proc/$ours/status), nginx worker $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$worker/status")"
