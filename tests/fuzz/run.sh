#!/bin/sh
# Fuzz each target for SECONDS (default 60), or only those named: tests/fuzz/run.sh 300 csv text
#
# A target is one file here, NAME.c: LLVMFuzzerTestOneInput() calls one parser and abort()s
# when a promise of its header is broken.  Its line "links:" names the sources it needs beside
# arena and fault, its line "libs:" the libraries.  Seeds: corpus/NAME/ (one input a file).
# What a run finds and learns stays under var/fuzz/NAME, so that the next one goes further.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
passed=0
failed=0

# What follows "links:" or "libs:" in the first comment, on as many lines as it takes.
word() {
	sed '/\*\//q' "tests/fuzz/$1.c" | sed 's/^ \*//; s/\*\///' | awk -v wanted="$2:" '
		NF == 0 { on = 0 }
		{ for (i = 1; i <= NF; i++) if ($i ~ /^(links|libs):$/) on = $i == wanted; else if (on) print $i }'
}

build() {
	# shellcheck disable=SC2046
	clang -std=gnu17 -D_GNU_SOURCE -D__SANITIZE_ADDRESS__ -g -O1 -Wall -Wextra \
		-Wno-missing-field-initializers -fno-omit-frame-pointer \
		-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
		-Ilib -Itests/fuzz -isystem /usr/include/ClearSilver -isystem /usr/include/mariadb \
		-o "$work/run" "tests/fuzz/$name.c" lib/base/arena.c lib/base/fault.c \
		$(word "$name" links) $(word "$name" libs)
}

for file in tests/fuzz/*.c; do
	name=$(basename "$file" .c)
	case " ${*:-$name} " in *" $name "*) ;; *) continue ;; esac
	work=var/fuzz/$name
	mkdir -p "$work/learnt"
	if build && nice -n 19 "$work/run" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 \
		-max_len=8192 -print_final_stats=1 -artifact_prefix="$work/" \
		"$work/learnt" "tests/fuzz/corpus/$name" >"$work/log" 2>&1; then
		passed=$((passed + 1))
		echo "ok - fuzz $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log") inputs"
	else
		failed=$((failed + 1))
		echo "not ok - fuzz $name: see $work/log"
		grep -E '^SUMMARY|ERROR|Test unit written' "$work/log" 2>/dev/null | head -5 || true
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
