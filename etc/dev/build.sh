# build.sh - out-of-tree builds: var/build for `up`, var/build-check with sanitizers.

# Run, keeping the output for the day it fails.
quietly() {
	local log=$1
	shift

	"$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; die "failed: $* (all of it: $log)"; }
}

# build_program DIR PREFIX [CONFIGURE ARGS]: builds in DIR, installs under PREFIX.
build_program() {
	local dir=$1 prefix=$2 wanted
	shift 2

	[ -f configure.ac ] || die "no configure.ac here"
	mkdir -p "$dir"
	# configure is written in the sources: one at a time.
	exec 8>"$top/var/configure.lock"
	flock 8
	if [ ! -x configure ] || [ configure.ac -nt configure ] || [ Makefile.am -nt Makefile.in ]; then
		say "building: configure"
		quietly "$dir/autoreconf.log" autoreconf -i
	fi
	exec 8>&-
	wanted="--prefix=$prefix --sysconfdir=$VAR/etc --localstatedir=$VAR $*"
	if [ ! -f "$dir/config.status" ] || [ "$(cat "$dir/configure.args" 2>/dev/null)" != "$wanted" ]; then
		(cd "$dir" && quietly configure.log "$top/configure" $wanted)
		printf '%s\n' "$wanted" >"$dir/configure.args"
	fi
	[ -n "$(find "$dir" -name '*.o' -print -quit)" ] || say "building: the programs"
	quietly "$dir/make.log" make -C "$dir" -j2 </dev/null
	quietly "$dir/install.log" make -C "$dir" install </dev/null
}
