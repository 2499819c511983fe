# site.sh - one running instance: configuration, database, areas, nginx, jobs, sandbox, mails.

site_conf() {
	cat <<-END
	# Made by ./dev up, again at each up.
	site.url = http://127.0.0.1:$PORT
	site.name = Oxfam France
	site.timezone = Europe/Paris
	db.socket = $RUN/mariadb.sock
	db.name = essaim
	db.user = essaim
	db.password_file = $(secret db)
	smtp.url = smtp://127.0.0.1:$((PORT + 2))
	smtp.from = Essaim <essaim@essaim.example>
	smtp.rate = 1000
	public.rate = 0
	store.url = file://$VAR/files
	dump.folder = $VAR/dumps
	dump.trial = tuesday
	live.socket = $RUN/pub.sock
	service.folder = $VAR/service
	log.folder = $LOG
	metrics.token_file = $(secret metrics)
	END
	[ -n "$EMPTY" ] || cat <<-END
	hubspot.url = http://127.0.0.1:$((PORT + 1))
	hubspot.token_file = $(secret hubspot-token)
	hubspot.webhook_secret_file = $(secret hubspot-webhook)
	hubspot.mapping = $top/etc/hubspot.mapping
	END
}

site_nginx_main() {
	cat <<-END
	# Made by ./dev: the frame of etc/nginx.conf.in for one checkout.
	user $(id -un) $(id -gn);
	worker_processes 2;
	worker_rlimit_nofile 8192;
	daemon off;
	pid $VAR/nginx/nginx.pid;
	error_log $LOG/error.log warn;
	load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
	load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
	events { worker_connections 4096; }
	http {
		include /etc/nginx/mime.types;
		default_type application/octet-stream;
		sendfile on;
		client_body_temp_path $VAR/nginx/body;
		proxy_temp_path $VAR/nginx/proxy;
		fastcgi_temp_path $VAR/nginx/fastcgi;
		uwsgi_temp_path $VAR/nginx/uwsgi;
		scgi_temp_path $VAR/nginx/scgi;
		include $VAR/nginx/site.conf;
	}
	END
}

site_nginx_site() {
	etc/generate nginx http "LISTEN=127.0.0.1:$PORT" SERVER_NAME=_ "HTDOCS=$SHARE/htdocs" \
		"LOG=$LOG" "RUN=$RUN" "FILES=$VAR/files" \
		"ENTRY_RATE=${ESSAIM_ENTRY_RATE:-100r/s}" "ENTRY_BURST=${ESSAIM_ENTRY_BURST:-200}"
}

# A port must be free, unless the named process of ours is the one that holds it.
claim_port() {
	alive "$1" || stop "$1"
	alive "$1" || ! port_busy "$2" ||
		die "port $2 ($3) is taken by another program: ./dev up --port N takes N to N+3"
}

site_ports() {
	local old

	old=$(cat "$VAR/port" 2>/dev/null) || old=
	PORT=${1:-${old:-8080}}
	[ -z "$old" ] || [ "$old" = "$PORT" ] || site_down
	claim_port nginx "$PORT" site
	[ -n "$EMPTY" ] || claim_port sandbox $((PORT + 1)) "HubSpot sandbox"
	claim_port mails $((PORT + 2)) "mail receiver"
	claim_port mails $((PORT + 3)) "page of mails"
	printf '%s\n' "$PORT" >"$VAR/port"
}

site_mails() {
	start mails node tests/smtp/sink.mjs --smtp $((PORT + 2)) --http $((PORT + 3)) --dir "$VAR/mail"
	wait_for 10 port_busy $((PORT + 3)) || die "the mail receiver does not answer: $LOG/mails.log"
}

site_sandbox() {
	if [ -n "$EMPTY" ]; then
		stop sandbox
		return
	fi
	start sandbox node tests/hubspot/sandbox.mjs --port $((PORT + 1)) --state "$VAR/hubspot" \
		--token-file "$(secret hubspot-token)" --secret-file "$(secret hubspot-webhook)" \
		--webhook "http://127.0.0.1:$PORT/hubspot/webhook" --population "${ESSAIM_POPULATION:-1400}"
	wait_for 20 port_busy $((PORT + 1)) || die "the sandbox does not answer: $LOG/sandbox.log"
}

# The program of each area.  One that runs already goes on as what is installed now, and loses no
# request; one whose area is gone stops.
site_pools() {
	local area program known=" "

	for area in $(etc/generate areas); do
		known="$known$area "
		program=$LIBEXEC/$area.fcgi
		[ -x "$program" ] || die "area '$area' of areas.def has no program $program"
		if alive "$area"; then
			ask "$area" HUP
		else
			rm -f "$RUN/$area.sock"
			ESSAIM_CONF=$CONF start "$area" spawn-fcgi -n -s "$RUN/$area.sock" -M 0660 -b 1024 -- "$program"
			wait_for 5 test -S "$RUN/$area.sock" || die "$area does not start: $LOG/$area.log"
		fi
	done
	for area in "$RUN"/*.sock; do
		area=$(basename "$area" .sock)
		case "$known mariadb pub " in
		*" $area "*) ;;
		*) stop "$area"; rm -f "$RUN/$area.sock" ;;
		esac
	done
}

# A program that refuses its configuration has ended, with its own sentence.
site_refused() {
	local area

	for area in $(etc/generate areas); do
		alive "$area" || die "$area: $(tail -n 1 "$LOG/$area.log")"
	done
}

site_nginx() {
	local changed=

	mkdir -p "$VAR/nginx"
	site_nginx_main | put_file "$VAR/nginx/nginx.conf" 0644 && changed=yes
	site_nginx_site | put_file "$VAR/nginx/site.conf" 0644 && changed=yes
	if alive nginx; then
		[ -z "$changed" ] || ask nginx HUP
	else
		rm -f "$RUN/pub.sock"
		start nginx nginx -e "$LOG/error.log" -p "$VAR/nginx" -c "$VAR/nginx/nginx.conf"
		wait_for 10 port_busy "$PORT" ||
			die "nginx does not answer: see $LOG/nginx.log and $LOG/error.log"
	fi
}

# One request through nginx, a program and the database.
site_healthy() {
	local status

	exec 3<>"/dev/tcp/127.0.0.1/$PORT" || return 1
	printf 'GET /sante HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$PORT" >&3
	read -r _ status _ <&3
	exec 3>&-
	[ "${status%$'\r'}" = 200 ]
}

# The sandbox says that the person of that address is of that status; the sync follows.
demo_status() {
	node -e 'fetch(process.argv[1], { method: "POST", body: process.argv[2] }).then(a => process.exit(a.ok ? 0 : 1))' \
		"http://127.0.0.1:$((PORT + 1))/_sandbox/contacts/update" \
		"{\"email\":\"$1\",\"properties\":{\"statut_contact\":\"$2\"}}" &&
		ESSAIM_CONF=$CONF "$LIBEXEC/essaim-sync" --full >>"$LOG/essaim-sync.log" 2>&1
}

# The accounts of tests/hubspot/demo.tsv, made once, each with a password of its own; anc had one
# before the CRM closed it.
site_accounts() {
	local name email password file=$VAR/demo-accounts.txt

	[ ! -s "$file" ] || return 0
	(umask 077; : >"$file.new")
	while IFS=$'\t' read -r name email; do
		case $name in
		'' | '#'*) continue ;;
		esac
		password=$(od -An -tx1 -N9 /dev/urandom | tr -d ' \n')
		[ "$name" != anc ] || demo_status "$email" confirme
		printf '%s' "$password" |
			cmd_admin account create "$email" --password-stdin ||
			die "account $name ($email) was not made"
		[ "$name" != anc ] || demo_status "$email" ancien
		[ "$name" != adm ] || cmd_admin account role "$email" admin
		printf '%s\t%s\t%s\n' "$name" "$email" "$password" >>"$file.new"
	done <tests/hubspot/demo.tsv
	mv "$file.new" "$file"
}

cmd_admin() {
	ESSAIM_CONF=$CONF "$LIBEXEC/essaim-admin" "$@" >>"$LOG/admin.log" 2>&1
}

# The demonstration population comes by the real sync, once.
site_demo() {
	[ -z "$EMPTY" ] && [ ! -s "$VAR/demo-accounts.txt" ] || return 0
	[ -x "$LIBEXEC/essaim-sync" ] || { say "no essaim-sync yet: no demonstration data"; return 0; }
	say "loading: the demonstration contacts"
	ESSAIM_CONF=$CONF "$LIBEXEC/essaim-sync" --full 2>&1 | tee -a "$LOG/essaim-sync.log" ||
		die "essaim-sync --full failed: see $LOG/essaim-sync.log"
	site_accounts
	cmd_admin demo groups || say "the groups of the demonstration were not made: see $LOG/admin.log"
	cmd_admin demo feed tests/demo/groupes.json || say "what groups published was not loaded: see $LOG/admin.log"
	cmd_admin demo agenda tests/demo/agenda.json || say "the events of the demonstration were not made: see $LOG/admin.log"
	cmd_admin demo news tests/demo/actualites.json || say "the news of the demonstration were not made: see $LOG/admin.log"
	cmd_admin demo letters tests/demo/lettres.json || say "the letters of the demonstration were not made: see $LOG/admin.log"
	cmd_admin demo requests || say "the requests of the demonstration were not made: see $LOG/admin.log"
	cmd_admin demo retention || say "who is kept no longer was not made for the demonstration: see $LOG/admin.log"
}

site_up() {
	PORT=
	EMPTY=$2
	site_ports "$1"
	mkdir -p "$VAR/files" "$VAR/dumps" "$VAR/service"
	if site_conf | put_file "$CONF" 0600 && alive cron; then
		stop cron
	fi
	database_up mariadb "$VAR/db" "$RUN/mariadb.sock" "${ESSAIM_DB_SAFETY:-safe}"
	database_create "$VAR/db/my.cnf" essaim essaim "$(secret db)"
	cmd_admin migrate || { tail -n 5 "$LOG/admin.log" >&2; die "migrate failed: see $LOG/admin.log"; }
	site_mails
	site_sandbox
	site_pools
	site_nginx
	wait_for 15 site_healthy || { site_refused; die "/sante does not answer 200: see $LOG/"; }
	site_refused
	site_demo
	ESSAIM_CONF=$CONF start cron bash "$top/etc/dev/cron.sh" "$LIBEXEC" "$LOG" Europe/Paris
	printf 'http://127.0.0.1:%s\n' "$PORT" >"$VAR/url"
	site_says
}

site_says() {
	say ""
	say "Essaim           $(cat "$VAR/url")/"
	say "mails it sends   http://127.0.0.1:$((PORT + 3))/"
	if [ -z "$EMPTY" ]; then
		say "HubSpot sandbox  http://127.0.0.1:$((PORT + 1))/"
		say ""
		say "Demonstration accounts (${VAR#"$top/"}/demo-accounts.txt): name, e-mail, password"
		column -t -s $'\t' "$VAR/demo-accounts.txt" 2>/dev/null || cat "$VAR/demo-accounts.txt" || true
	fi
}

# All at once, the database last: nothing is then still writing.
site_down() {
	local file name names=

	for file in "$RUN"/*.pid; do
		name=$(basename "$file" .pid)
		[ "$name" = mariadb ] || [ ! -e "$file" ] || names="$names $name"
	done
	ask cron
	for name in $names; do
		[ "$name" = cron ] || ask "$name"
	done
	for name in $names; do
		stop "$name"
	done
	stop mariadb 60
	rm -f "$RUN"/*.sock
}

# In the foreground: until Ctrl-C, or until ./dev down elsewhere.
site_watch() {
	trap 'say ""; say "stopping"; cmd_down; exit 0' INT TERM HUP
	say ""
	say "Ctrl-C stops it."
	while alive nginx; do
		sleep 1 &
		wait $! || true
	done
}
