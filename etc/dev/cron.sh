#!/bin/bash
# cron.sh LIBEXEC LOG TIMEZONE - runs the jobs of etc/cron.def while ./dev up lasts.
set -u
libexec=$1 log=$2
export TZ=$3
top=$(cd "$(dirname "$0")/../.." && pwd)

# The jobs share our process group: what stops us stops them.
trap 'trap "" TERM; kill -TERM 0; wait; exit 0' TERM

launch() {
	local program=$1

	[ ! -x "$libexec/$program" ] || "$libexec/$@" >>"$log/$program.log" 2>&1 </dev/null &
}

# Minute jobs run each 60 s from our start, without a hole; the others once at their hour.
next=0 last=
while :; do
	now=$(date +%H:%M)
	while read -r when job; do
		case $when in
		'' | '#'*) ;;
		minute) [ "$SECONDS" -lt "$next" ] || launch $job ;;
		"$now") [ "$now" = "$last" ] || launch $job ;;
		esac
	done <"$top/etc/cron.def"
	last=$now
	[ "$SECONDS" -lt "$next" ] || next=$((SECONDS + 60))
	sleep 5 &
	wait $!
done
