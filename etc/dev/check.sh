# check.sh - ./dev check and ./dev bench: the stages of tests/stages.def, added up.

CHECK=$VAR/check
INSTANCE=$VAR/check-instance
BROKEN=$VAR/check-broken

check_db_stop() {
	[ ! -f "$RUN/check-db.pid" ] || stop check-db 30
	rm -rf "$CHECK/db"
}

# Four free ports in a row.
free_ports() {
	local port=18080

	while port_busy "$port" || port_busy $((port + 1)) || port_busy $((port + 2)) || port_busy $((port + 3)); do
		port=$((port + 10))
		[ "$port" -lt 60000 ] || die "no free ports"
	done
	printf '%s' "$port"
}

# instance VAR up ... | down: this script on a var/ of its own, without any wish of the caller.
# Tests read every page of everybody.
instance() {
	local var=$1
	shift

	ESSAIM_VAR=$var ESSAIM_BUILD=$BUILD ESSAIM_DB_SAFETY=fast ESSAIM_CONTACTS_RATE=1000000 \
		ESSAIM_CONFIGURE=--enable-asan "$top/dev" "$@"
}

# A second one to be broken, of the programs that the first one installed.
instance_to_break() {
	mkdir -p "$BROKEN"
	cp -a "$INSTANCE/inst" "$BROKEN/inst"
	ESSAIM_INSTALLED=yes ESSAIM_DATA=$BROKEN/inst/share/essaim \
		instance "$BROKEN" up --detach --port "$1"
}

# What the stages of a lane find of the instance in VAR, whose first port is PORT.
lane_on() {
	export INSTANCE=$1 URL=http://127.0.0.1:$2
	export SANDBOX=http://127.0.0.1:$(($2 + 1)) MAILS=http://127.0.0.1:$(($2 + 3))
}

# Stages that still run when the check is given up: `timeout` passes the signal to all it started.
check_abort() {
	local file

	[ -z "${lanes-}" ] || kill $lanes 2>/dev/null || true
	for file in "$CHECK"/*.stage; do
		[ ! -f "$file" ] || kill "$(cat "$file")" 2>/dev/null || true
	done
}

check_end() {
	local var

	trap - EXIT INT TERM
	check_abort
	for var in "$VAR/check-instance" "$BROKEN"; do
		[ ! -d "$var" ] || instance "$var" down || true
	done
	check_db_stop
}

# One stage: runs, counts, and shows when something failed which tests did, then the end of its
# output.  Its figures stand in $CHECK/NAME.count.
check_stage() {
	local name=$1 count=$2 command=$3 log=$CHECK/$1.log began=$SECONDS status=0 p=0 f=0 last

	timeout -k 10 "${ESSAIM_STAGE_SECONDS:-2400}" bash -c "$command" >"$log" 2>&1 </dev/null &
	echo $! >"$CHECK/$name.stage"
	wait $! || status=$?
	rm "$CHECK/$name.stage"
	last=$(tail -n 1 "$log")
	if [ "$count" = status ]; then
		[ "$status" = 0 ] && p=1 || f=1
	elif [[ $last =~ ^([a-z]+:\ )?([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
		p=${BASH_REMATCH[2]} f=${BASH_REMATCH[3]}
		[ "$status" = 0 ] || [ "$f" != 0 ] || f=1
	else
		f=1
	fi
	[ "$f" = 0 ] || {
		say "---- $name: what failed in ${log#"$top/"}, and its end; exit status $status"
		grep -aE '^(FAIL|not ok|[^ ]*_test\.c:[0-9]+: )' "$log" | cut -c 1-300 | head -n 40 | tee "$CHECK/$name.failed" || true
		say "--"
		tail -n "${ESSAIM_STAGE_LINES:-60}" "$log"
		say "----"
	}
	printf '%-12s %4d passed, %d failed  (%d s)\n' "$name" "$p" "$f" $((SECONDS - began))
	printf '%d %d\n' "$p" "$f" >"$CHECK/$name.count"
}

# The stages of one lane, one after the other.
check_lane() {
	local wanted=$1 lane name scope count command

	while read -r lane name scope count command; do
		[ "$lane" = "$wanted" ] || continue
		[ -z "$AREA" ] || [ "$scope" = area ] || continue
		check_stage "$name" "$count" "$command"
	done <tests/stages.def
}

# Whatever is kept of what a check says, its end is: which tests failed stands there once more.
check_failed() {
	local file

	for file in "$CHECK"/*.failed; do
		[ ! -s "$file" ] || sed "s/^/$(basename "$file" .failed): /" "$file"
	done
}

# A stage that left no figures died: that is a failure too.
check_sum() {
	local lane name scope count command p f

	while read -r lane name scope count command; do
		[[ $lane = [0-9] ]] || continue
		[ -z "$AREA" ] || [ "$scope" = area ] || continue
		p=0 f=1
		[ ! -f "$CHECK/$name.count" ] || read -r p f <"$CHECK/$name.count"
		passed=$((passed + p)) failed=$((failed + f))
	done <tests/stages.def
}

# A preparation that fails is a failed test, and the tests that need it say so too.
check_prepare() {
	local name=$1 log=$CHECK/$1.log began=$SECONDS
	shift

	if ("$@") >"$log" 2>&1 </dev/null; then
		passed=$((passed + 1))
		printf '%-12s    1 passed, 0 failed  (%d s)\n' "$name" $((SECONDS - began))
	else
		failed=$((failed + 1))
		tail -n 60 "$log"
		printf '%-12s    0 passed, 1 failed  (%d s)\n' "$name" $((SECONDS - began))
	fi
}

cmd_check() {
	local passed=0 failed=0 lanes= port

	AREA=${1-}
	[ -z "$AREA" ] || etc/generate areas | grep -qxF -- "$AREA" || [ -f "tests/${AREA}_test.c" ] ||
		die "no area '$AREA'; there are:" $(etc/generate areas)
	install_packages build run check
	install_npm check
	install_node
	lock_var check.lock
	rm -rf "$CHECK"
	mkdir -p "$CHECK"
	[ -n "${ESSAIM_BUILD-}" ] || BUILD=$VAR/build-check
	trap check_end EXIT
	trap 'exit 130' INT TERM
	check_prepare database check_database
	rm -rf "$INSTANCE" "$BROKEN"
	port=$(free_ports)
	check_prepare up instance "$INSTANCE" up --detach --port "$port"
	export AREA BUILD DB_SOCKET=$RUN/check-db.sock DB_USER=root
	lane_on "$INSTANCE" "$port"
	check_lane 2 &
	lanes=$!
	if [ -z "$AREA" ]; then
		port=$(free_ports)
		check_prepare second instance_to_break "$port"
		(lane_on "$BROKEN" "$port"; check_lane 3) &
		lanes="$lanes $!"
	fi
	check_lane 1
	wait $lanes || true
	lanes=
	check_sum
	check_end
	check_failed
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" = 0 ]
}

check_database() {
	database_up check-db "$CHECK/db" "$RUN/check-db.sock" fast
}

# A bench makes what it measures; it finds an optimised build, and where to write.
cmd_bench() {
	local file name

	[ -z "${1-}" ] || [ -f "tests/bench/$1.mjs" ] ||
		die "no bench '$1'; there are: $(cd tests/bench && echo *.mjs)"
	install_packages build run check
	install_npm check
	install_node
	lock_var check.lock
	build_program "$BUILD" "$VAR/inst"
	trap check_end EXIT
	trap 'exit 130' INT TERM
	mkdir -p "$CHECK"
	check_database
	export BUILD VAR DB_SOCKET=$RUN/check-db.sock DB_USER=root DB_CONF=$CHECK/db/my.cnf LIBEXEC SHARE
	for file in tests/bench/"${1:-*}".mjs; do
		[ -e "$file" ] || continue
		name=$(basename "$file" .mjs)
		case $name in
		_*) continue ;;
		esac
		say "== $name"
		node "$file"
	done
	check_end
}
