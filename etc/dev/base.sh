# base.sh - where things are, and how ./dev speaks.
# ESSAIM_VAR and ESSAIM_BUILD move an instance elsewhere: ./dev check runs one of its own.

VAR=${ESSAIM_VAR:-$top/var}
BUILD=${ESSAIM_BUILD:-$VAR/build}
LIBEXEC=$VAR/inst/libexec/essaim
SHARE=$VAR/inst/share/essaim
CONF=$VAR/essaim.conf
LOG=$VAR/log

# The path of a unix socket holds 107 bytes: a deep checkout keeps its sockets in /tmp.
RUN=$VAR/run
[ ${#RUN} -le 75 ] || RUN=/tmp/essaim-$(id -u)-$(printf '%s' "$VAR" | cksum | cut -d' ' -f1)

say() {
	printf '%s\n' "$*"
}

die() {
	printf './dev: %s\n' "$*" >&2
	exit 1
}

# One ./dev at a time works on var/, one check at a time beside it.
lock_var() {
	mkdir -p "$VAR" "$LOG"
	install -d -m 0700 "$VAR/secret"
	install -d -m 0755 "$RUN"
	exec 9>"$VAR/${1:-lock}"
	flock -w 120 9 || die "another ./dev is at work on $VAR"
}

unlock_var() {
	exec 9>&-
}

# A secret that is made once: 256 bits in a file that nobody else reads.
secret() {
	local file=$VAR/secret/$1

	[ -s "$file" ] || (umask 077; od -An -tx1 -N32 /dev/urandom | tr -d ' \n' >"$file")
	printf '%s' "$file"
}

# What changes only when its text does: a reload is asked for by the name of a changed file.
put_file() {
	local file=$1 mode=$2 new

	new=$(mktemp "$file.XXXXXX")
	cat >"$new"
	chmod "$mode" "$new"
	if cmp -s "$new" "$file"; then
		rm -f "$new"
		return 1
	fi
	mv -f "$new" "$file"
}

port_busy() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Wait at most SECONDS until a command succeeds.
wait_for() {
	local seconds=$1 n=0
	shift

	until "$@" 2>/dev/null; do
		n=$((n + 1))
		[ "$n" -lt $((seconds * 10)) ] || return 1
		sleep 0.1
	done
}
