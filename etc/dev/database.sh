# database.sh - a private MariaDB on a unix socket, and nothing but it.

# database_conf DIR SOCKET safe|fast: fast survives a kill of the server, and no power cut: for tests.
database_conf() {
	cat <<-END
	# Made by ./dev: the server of this checkout alone.
	[mariadbd]
	user=$(id -un)
	datadir=$1/data
	socket=$2
	pid-file=$1/mariadbd.pid
	tmpdir=$1/tmp
	skip-networking
	skip-log-bin
	skip-name-resolve
	character-set-server=utf8mb4
	collation-server=utf8mb4_uca1400_ai_ci
	max_connections=200
	max_allowed_packet=64M
	innodb_buffer_pool_size=${ESSAIM_DB_MEMORY:-384M}
	innodb_log_file_size=192M
	innodb_file_per_table=1
	performance_schema=0
	END
	if [ "$3" = safe ]; then
		printf 'innodb_flush_log_at_trx_commit=1\n'
	else
		printf 'innodb_flush_log_at_trx_commit=2\ninnodb_flush_method=nosync\n'
	fi
	printf '[client]\nsocket=%s\ndefault-character-set=utf8mb4\n' "$2"
}

database_answers() {
	mariadb --defaults-file="$1" -e 'SELECT 1' >/dev/null 2>&1
}

# database_up NAME DIR SOCKET safe|fast: starts it as process NAME, installing it the first time.
# DIR/my.cnf then opens it to the mariadb client, as root, for the user who runs this.
database_up() {
	local name=$1 dir=$2 socket=$3 me

	me=$(id -un)
	mkdir -p "$dir/tmp"
	database_conf "$dir" "$socket" "$4" | put_file "$dir/my.cnf" 0600 || true
	if [ ! -d "$dir/data/mysql" ] || [ -e "$dir/installing" ]; then
		rm -rf "$dir/data"
		: >"$dir/installing"
		quietly "$LOG/$name-install.log" mariadb-install-db --defaults-file="$dir/my.cnf" --force \
			--auth-root-authentication-method=socket --auth-root-socket-user="$me" --skip-test-db
		rm -f "$dir/installing"
	fi
	start "$name" mariadbd --defaults-file="$dir/my.cnf"
	wait_for 60 database_answers "$dir/my.cnf" ||
		die "the database does not answer: see $LOG/$name.log"
}

# database_create MYCNF NAME USER PASSWORD_FILE
database_create() {
	mariadb --defaults-file="$1" <<-END
	CREATE DATABASE IF NOT EXISTS $2 CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
	CREATE USER IF NOT EXISTS $3@localhost;
	ALTER USER $3@localhost IDENTIFIED BY '$(cat "$4")';
	GRANT ALL ON $2.* TO $3@localhost;
	GRANT ALL ON \`$2\\_essai\`.* TO $3@localhost; -- where dumps are tried
	END
}
