# site-machine.sh - what etc/site does to a machine: sourced by it, which has the names of the folders and,
# in name, id, programs and data, which site it is about.

# ---- What this run made, the last first ---------------------------------------------------------

made=
made() { made="$1 $2
$made"; }

undo() {
	status=$?
	trap - EXIT INT TERM
	[ "$status" != 0 ] && [ -n "$made" ] || exit "$status"
	printf '%s' "$made" | while read -r kind what; do
		take_away "$kind" "$what" || printf 'site: %s %s could not be taken away\n' "$kind" "$what" >&2
	done
	! booted || systemctl daemon-reload
	printf 'site: what was begun is taken back\n' >&2
	exit "$status"
}

take_away() {
	case $1 in
	file) rm -f "$2" ;;
	folder) rm -rf "$2" ;;
	shared) rmdir "$2" 2>/dev/null || true ;;
	user) ! getent passwd "$2" >/dev/null || userdel "$2" ;;
	database) printf 'DROP DATABASE IF EXISTS `%s`; DROP DATABASE IF EXISTS `%s_essai`; DROP USER IF EXISTS `%s`@localhost;' \
		"$2" "$2" "$2" | sql ;;
	units) stop_units ;;
	nginx) nginx_again ;;
	esac
}

# put FILE MODE [OWNER]: standard input becomes FILE, in one step.
put() {
	[ -e "$1" ] || made file "$1"
	cat >"$1.new"
	chmod "$2" "$1.new" && chown "${3:-root:root}" "$1.new" && mv "$1.new" "$1" ||
		{ rm -f "$1.new"; return 1; }
}

# folder PATH MODE OWNER: one of the site; shared PATH: one where others may have theirs.
folder() {
	made folder "$1"
	install -d -m "$2" -o "${3%:*}" -g "${3#*:}" "$1"
}
shared() {
	[ -d "$1" ] || made shared "$1"
	install -d -m 755 "$1"
}

# ---- The machine --------------------------------------------------------------------------------

sql() { mariadb --batch --skip-column-names; }
booted() { [ -d /run/systemd/system ]; }
enabling() { ! command -v systemctl >/dev/null || systemctl "$@"; }
as_site() { setpriv --reuid="$id" --regid="$id" --clear-groups --reset-env \
	env ESSAIM_CONF="$CONF/$name/essaim.conf" ESSAIM_DATA="$data" "$programs/$@" </dev/null; }
units_of() { find "$UNITS" -maxdepth 1 \( -name "$id-*" -o -name "$id.*" \) -printf '%f\n' | sort; }
is_url() { [[ $1 =~ ^https?://[a-z0-9.-]+(:[0-9]+)?$ ]]; }

# value KEY: of a file that is the site's own; what root makes of it is looked at first.
value() {
	local found

	found=$(sed -n "s/^$1 *= *//p" "$CONF/$name/essaim.conf")
	case $1 in
	site.url) is_url "$found" ;;
	site.timezone) [[ $found =~ ^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$ ]] ;;
	esac || die "$CONF/$name/essaim.conf: $1 is not one that a site has"
	printf '%s\n' "$found"
}

# One at a time on this machine: what makes users, and reloads nginx, is shared.
alone() {
	[ "$(id -u)" = 0 ] || die "only root makes and changes sites"
	exec 9>>/run/essaim-site.lock
	flock -n 9 || { say "waiting for: $(cat /run/essaim-site.lock)"; flock 9; }
	printf '%s\n' "$*" >/run/essaim-site.lock
}

nginx_again() {
	said=$(nginx -t -q 2>&1) || { printf '%s\n' "$said" >&2; return 1; }
	[ ! -s /run/nginx.pid ] || kill -HUP "$(cat /run/nginx.pid)" 2>/dev/null || true
}

stop_units() {
	units=$(units_of | grep -E '\.(target|timer|socket)$' | grep -v @) || return 0
	enabling disable $units 2>/dev/null || true
	! booted || systemctl stop "$id.target" "$id.slice" $units
}

start_units() {
	units=$(units_of | grep -E '\.(target|timer)$')
	if booted; then
		systemctl daemon-reload
		systemd-tmpfiles --create "/etc/tmpfiles.d/$id.conf"
		systemctl --quiet enable --now $units
	else
		enabling enable $units 2>/dev/null
		say "systemd does not run here: units are written, nothing was started"
	fi
}

# ---- What is written for a site: by create, and again by start and upgrade -----------------------

# FORKS is asked by the units of before, which a site on the copy may still have.
write_units() {
	timezone=$(value site.timezone) || return 1
	work=$(mktemp -d /run/essaim-site.XXXXXX)
	"$data/etc/generate" systemd "$work" SITE="$id" RUN="$RUN/$name" SYSCONF="$CONF/$name" LIBEXEC="$programs" \
		DATA="$data" STATE="$STATE/$name" USER="$id" FORKS=2 TIMEZONE="$timezone" ||
		{ rm -rf "$work"; return 1; }
	for unit in "$work"/*; do
		put "$UNITS/${unit##*/}" 644 <"$unit" || { rm -rf "$work"; return 1; }
	done
	for unit in $(units_of); do # those of a job that is gone
		[ -e "$work/$unit" ] || rm -f "$UNITS/$unit"
	done
	rm -rf "$work"
	printf 'd %s 0755 root root -\nd %s 0750 %s www-data -\n' "$RUN" "$RUN/$name" "$id" |
		put "/etc/tmpfiles.d/$id.conf" 644
	printf '%s/*/*.log {\n\tdaily\n\trotate 30\n\tcompress\n\tdelaycompress\n\tmissingok\n\tnotifempty\n\tsharedscripts\n' "$LOG" |
		{ cat; printf '\tpostrotate\n\t\t[ ! -s /run/nginx.pid ] || kill -USR1 "$(cat /run/nginx.pid)"\n\tendscript\n}\n'; } |
		put /etc/logrotate.d/essaim 644
}

# Its block: open, or closed with the words of a reason.
write_nginx() {
	url=$(value site.url)
	host=${url#*://} host=${host%%/*} port=${host##*:} host=${host%:*}
	[ "$port" != "$host" ] || port=80
	kind=${url%%://*} listen=127.0.0.1:$port how=site words= cert=$LETSENCRYPT/$host
	if [ "$kind" = https ] && [ ! -e "$cert/fullchain.pem" ]; then
		kind=http listen='80; listen [::]:80' how=closed words='Son certificat n’est pas encore là.'
		say "no certificate yet for $host; once its name leads here:"
		say "  certbot certonly --webroot -w /var/www/html -d $host --deploy-hook 'nginx -s reload'"
		say "  essaim-admin site start $name"
	fi
	[ ! -e "$CONF/$name/suspended" ] || how=closed words='L’hébergeur l’a suspendu.'
	"$data/etc/generate" shared ENTRY_RATE=30r/m | put "$NGINX/conf.d/essaim.conf" 644
	"$data/etc/generate" "$how" "$kind" SITE="$id" SERVER_NAME="$host" LISTEN="$listen" TLS_CERT="$cert/fullchain.pem" \
		TLS_KEY="$cert/privkey.pem" HTDOCS="$data/htdocs" LOG="$LOG/$name" RUN="$RUN/$name" \
		FILES="$STATE/$name/files" ENTRY_BURST=20 CLOSED_WORDS="$words" |
		put "$NGINX/sites-enabled/$id.conf" 644
	nginx_again
}

write_conf() {
	socket=$(echo 'SELECT @@socket' | sql)
	cat <<-END
	# $name, one of the sites of this machine.  doc/exploitation.md explains each key.
	site.url = $1
	site.name = $name
	site.timezone = Europe/Paris
	db.socket = $socket
	db.name = $id
	db.user = $id
	store.url = file://$STATE/$name/files
	store.quota = 20000
	dump.folder = $STATE/$name/dumps
	dump.trial = tuesday
	service.folder = $STATE/$name/service
	live.socket = $RUN/$name/pub.sock
	# What only you know; secrets stand in files of mode 0600, owned by $id:
	#hubspot.url = https://api.hubapi.com
	#hubspot.token_file = $CONF/$name/secrets/hubspot-token
	#hubspot.webhook_secret_file = $CONF/$name/secrets/hubspot-webhook
	#hubspot.mapping = $DATA/etc/hubspot.mapping
	#smtp.url = smtp://127.0.0.1
	#smtp.from = Essaim <essaim@$2>
	# And what a host wants: its own copy of alarms, what its Prometheus shows, a second place of dumps.
	#alarm.mail = astreinte@$2
	#metrics.token_file = $CONF/$name/secrets/metrics
	#dump.second = ssh://copies.$2/essaim
	#dump.key = $CONF/$name/secrets/dumps.asc
	END
}

# Its user enters by the socket alone, sees its database alone, and cannot take all connections: those
# of the areas, of the jobs, and some.
write_database() {
	made database "$id"
	areas=$("$data/etc/generate" areas | wc -l)
	sql <<-END
	CREATE DATABASE \`$id\` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
	CREATE USER \`$id\`@localhost IDENTIFIED VIA unix_socket
		WITH MAX_USER_CONNECTIONS $((areas * 2 + 20));
	GRANT ALL ON \`$id\`.* TO \`$id\`@localhost;
	GRANT ALL ON \`${id}\\_essai\`.* TO \`$id\`@localhost; -- where dumps are tried
	END
}
