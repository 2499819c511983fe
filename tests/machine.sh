# machine.sh - for tests of what root does with a machine: sourced, it begins the script again in a
# machine of its own as far as files, processes and network go, whose /etc, /run, /var/lib and /var/log are
# copies that vanish with it.  $PROGRAMS are the installed programs (INSTANCE/inst), $DATA what they read.

if [ "${ESSAIM_MACHINE-}" != own ]; then
	INSTANCE=${INSTANCE:-$PWD/var}
	[ -x "$INSTANCE/inst/libexec/essaim/essaim-admin" ] || { echo "no programs in $INSTANCE/inst: ./dev up, or ./dev check"; exit 2; }
	become=
	[ "$(id -u)" = 0 ] || become="sudo -n"
	exec $become env ESSAIM_MACHINE=own INSTANCE="$INSTANCE" PATH="$PATH:/usr/sbin:/sbin" ${BUILD:+BUILD="$BUILD"} \
		unshare --mount --pid --net --fork --kill-child --mount-proc "$0" "$@"
fi

# Files under /mnt, which is ours alone; folders that others may enter, whoever owns the checkout.
mount -t tmpfs -o mode=755 machine /mnt
mkdir -p /mnt/etc /mnt/inst /mnt/stub
cp -a /etc/. /mnt/etc/
mount --bind /mnt/etc /etc
mount --bind "$INSTANCE/inst" /mnt/inst
for folder in /run /var/lib /var/log /var/backups; do
	mount -t tmpfs -o mode=755 machine "$folder"
done
mkdir -p /var/lib/nginx /var/log/nginx /run/mysqld /etc/mysql
python3 -c 'import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh14x", b"lo", 0x49))' # the loopback is up
rm -rf /etc/nginx/sites-enabled/* /etc/nginx/conf.d/* /etc/essaim
PROGRAMS=/mnt/inst/libexec/essaim DATA=/mnt/inst/share/essaim
export ESSAIM_DATA=$DATA ESSAIM_LIBEXEC=$PROGRAMS ESSAIM_SYSCONF=/etc
unset ESSAIM_CONF MYSQL_HOME

passed=0 failed=0
# check WHAT COMMAND...: counts one test.
check() {
	local what=$1
	shift
	if "$@" >/mnt/said 2>&1; then
		passed=$((passed + 1))
		printf 'ok   %s\n' "$what"
	else
		failed=$((failed + 1))
		printf 'FAIL %s\n' "$what"
		tail -n 20 /mnt/said
	fi
}
not() { ! "$@"; }
end() { printf '%d passed, %d failed\n' "$passed" "$failed"; exit $((failed > 0)); }

until_true() {
	local n=0
	until "$@" >/dev/null 2>&1; do
		n=$((n + 1))
		[ "$n" -lt 300 ] || { echo "never: $*"; return 1; }
		sleep 0.1
	done
}

# As Debian's packages leave them: a MariaDB that root enters by the socket, and nginx.
machine_database() {
	cat >/etc/mysql/my.cnf <<-'END'
	[client-server]
	socket=/run/mysqld/mysqld.sock
	[mariadbd]
	user=root
	datadir=/mnt/db
	tmpdir=/mnt
	pid-file=/run/mysqld/mysqld.pid
	skip-networking
	skip-log-bin
	innodb_flush_log_at_trx_commit=2
	innodb_flush_method=nosync
	innodb_log_file_size=64M
	performance_schema=0
	END
	mariadb-install-db --force --auth-root-authentication-method=socket --auth-root-socket-user=root \
		--skip-test-db >/mnt/db.log 2>&1 || { cat /mnt/db.log; exit 1; }
	mariadbd >>/mnt/db.log 2>&1 &
	until_true mariadb -e 'DO 0' || { cat /mnt/db.log; exit 1; }
}

machine_nginx() {
	nginx
	until_true test -s /run/nginx.pid
}

# What root types.
essaim_admin() { "$PROGRAMS/essaim-admin" "$@"; }
as() { local user=$1; shift; setpriv --reuid="$user" --regid="$user" --clear-groups --reset-env "$@"; }

# unit_run SITE AREA: what systemd does with the units of that area, as they are written.
unit_run() {
	local unit=/etc/systemd/system/essaim-$1-area@.service user sock exec mask
	user=$(sed -n 's/^User=//p' "$unit") mask=$(sed -n 's/^UMask=//p' "$unit")
	exec=$(sed -n "s/^ExecStart=//p" "$unit" | sed "s/%i/$2/g")
	sock=$(sed -n "s/^ListenStream=//p" "${unit%.service}.socket" | sed "s/%i/$2/g")
	(
		umask "$mask"
		export $(sed -n 's/^Environment=//p' "$unit")
		exec spawn-fcgi -n -s "$sock" -M 0660 -U "$user" -G www-data -u "$user" -g "$user" -b 1024 -- $exec
	) >>"/mnt/$1-$2.log" 2>&1 </dev/null &
	until_true test -S "$sock" || { cat "/mnt/$1-$2.log"; exit 1; }
}
