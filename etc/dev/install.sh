# install.sh - Debian packages and npm packages, only what is missing.

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "not root and no sudo: $*"
	fi
}

# The packages of the named parts of packages.txt.
packages_of() {
	awk -v parts=" $* " '
		/^#: / { wanted = index(parts, " " $2 " ") > 0; next }
		{ sub(/#.*/, "") }
		wanted && NF { print $1 }' packages.txt
}

packages_missing() {
	packages_of "$@" | sort -u >"$VAR/packages.wanted"
	dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null |
		awk '$2 == "installed" { print $1 }' | sort -u >"$VAR/packages.there"
	comm -23 "$VAR/packages.wanted" "$VAR/packages.there"
	rm -f "$VAR/packages.wanted" "$VAR/packages.there"
}

# Our nginx runs from var/: the packages must not start one of their own, now or at boot.
install_packages() {
	local missing guard= had_nginx

	mkdir -p "$VAR"
	missing=$(packages_missing "$@")
	[ -n "$missing" ] || command -v node >/dev/null || missing=nodejs
	if [ -n "$missing" ]; then
		command -v node >/dev/null || missing="$missing nodejs npm"
		say "installing:" $missing
		had_nginx=$(command -v nginx || ls /usr/sbin/nginx 2>/dev/null) || had_nginx=
		if [ ! -e /usr/sbin/policy-rc.d ]; then
			guard=yes
			trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
			printf '#!/bin/sh\nexit 101\n' | as_root tee /usr/sbin/policy-rc.d >/dev/null
			as_root chmod 755 /usr/sbin/policy-rc.d
		fi
		{
			as_root apt-get update -q &&
			as_root env DEBIAN_FRONTEND=noninteractive \
				apt-get install -q -y --no-install-recommends $missing
		} >"$VAR/apt.log" 2>&1 || { tail -n 20 "$VAR/apt.log" >&2; die "apt-get failed: $VAR/apt.log"; }
		if [ -n "$guard" ]; then
			as_root rm -f /usr/sbin/policy-rc.d
			trap - EXIT
		fi
		[ -n "$had_nginx" ] || [ ! -d /run/systemd/system ] ||
			as_root systemctl disable nginx >/dev/null 2>&1 || true
	fi
	# mariadbd and nginx live in sbin, which a user's PATH may lack.
	PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
}

npm_ci() {
	npm ci "$@" >"$VAR/npm.log" 2>&1 || { tail -n 20 "$VAR/npm.log" >&2; die "npm failed: $VAR/npm.log"; }
}

# install_npm build: what the build needs; install_npm check: all.
install_npm() {
	local part=$1 stamp=node_modules/.essaim-$1 sum omit=

	sum=$(cat package.json package-lock.json | cksum)
	[ ! -f node_modules/.essaim-check ] || stamp=node_modules/.essaim-check
	[ "$(cat "$stamp" 2>/dev/null)" != "$sum" ] || return 0
	[ "$part" = check ] || omit=--omit=dev
	stamp=node_modules/.essaim-$part
	say "installing: npm packages"
	npm_ci $omit
	printf '%s\n' "$sum" >"$stamp"
}

node_is_new() {
	node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'
}

# Tests and their tools want Node 20.  Debian 12 has 18: there the check brings one of its own.
install_node() {
	local dir=$VAR/node

	node_is_new && return 0
	if ! cmp -s etc/dev/node/package-lock.json "$dir/installed"; then
		say "installing: a newer Node, for the tests alone"
		rm -rf "$dir"
		mkdir -p "$dir"
		cp etc/dev/node/*.json "$dir"
		npm_ci --prefix "$dir"
		cp etc/dev/node/package-lock.json "$dir/installed"
	fi
	PATH=$(echo "$dir"/node_modules/*/bin):$PATH
	node_is_new || die "tests want Node 20 or newer, and npm has none for this machine"
}
