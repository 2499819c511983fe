# process.sh - background processes, each in a session of its own, known by its pid file.
# A pid file says: pid, start time, boot.  A number that was given to another process since is
# never taken for ours, and a session is stopped whole, even when its first process is gone.

boot=$(cat /proc/sys/kernel/random/boot_id)

# Fields of /proc/PID/stat from the third on: state parent group session ... start is the 20th.
stat_of() {
	local text

	{ read -r text <"/proc/$1/stat"; } 2>/dev/null || return 1
	stat=(${text##*) })
}

# Is this pid the process that the pid file speaks of, and alive?
is_same() {
	stat_of "$1" && [ "${stat[19]}" = "$2" ] && [ "${stat[0]}" != Z ]
}

# The pids of a session: the process itself and what it started.
members() {
	local d

	for d in /proc/[0-9]*; do
		stat_of "${d#/proc/}" || continue
		[ "${stat[3]}" != "$1" ] || [ "${stat[0]}" = Z ] || printf '%s ' "${d#/proc/}"
	done
}

alive() {
	local pid start when

	{ read -r pid start when <"$RUN/$1.pid"; } 2>/dev/null || return 1
	[ "$when" = "$boot" ] && is_same "$pid" "$start"
}

pid_of() {
	cut -d' ' -f1 "$RUN/$1.pid"
}

# The session that a pid file speaks of, if something of it still runs.
session_of() {
	local pid start when

	{ read -r pid start when <"$RUN/$1.pid"; } 2>/dev/null || return 1
	[ "$when" = "$boot" ] || return 1
	if stat_of "$pid" && [ "${stat[19]}" != "$start" ]; then
		return 1
	fi
	[ -n "$(members "$pid")" ] && printf '%s' "$pid"
}

# start NAME COMMAND...: the child writes the pid file before it becomes the command, so there
# is no instant at which it runs unknown.
start() {
	local name=$1 pidfile=$RUN/$1.pid
	shift

	! alive "$name" || return 0
	stop "$name"
	rm -f "$pidfile"
	# shellcheck disable=SC2016
	setsid bash -c '
		read -r text <"/proc/$$/stat"; stat=(${text##*) })
		echo "$$ ${stat[19]} $1" >"$0.new" && mv "$0.new" "$0"
		shift; exec "$@"' "$pidfile" "$boot" "$@" \
		>>"$LOG/$name.log" 2>&1 </dev/null 9>&- &
	wait_for 5 test -s "$pidfile" || die "$name does not start: see $LOG/$name.log"
}

# ask NAME [SIGNAL]: tell a process to end, without waiting.  With its first process gone, what
# is left of the session is told.
ask() {
	local name=$1 signal=${2:-TERM} session

	session=$(session_of "$name") || return 0
	alive "$name" || session=$(members "$session")
	kill -s "$signal" $session 2>/dev/null || true
}

gone() {
	! session_of "$1" >/dev/null
}

# stop NAME [SECONDS]: ask, wait, then end the session.
stop() {
	local name=$1 session

	ask "$name"
	if ! wait_for "${2:-10}" gone "$name"; then
		session=$(session_of "$name") || session=
		[ -z "$session" ] || kill -KILL $(members "$session") 2>/dev/null || true
		wait_for 5 gone "$name" || die "$name does not end (session $session)"
	fi
	rm -f "$RUN/$name.pid"
}
