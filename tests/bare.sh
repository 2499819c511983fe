# bare.sh - for tests that want a bare Debian 12 or 13 ($1): sourced as root, it makes one by debootstrap in
# var/debian-N, once, and mounts it for this script alone.  `inside COMMAND...` runs there.

case ${1-} in
12) suite=bookworm ;;
13) suite=trixie ;;
*) sed -n '2,6s/^# //p' "$0" >&2; exit 2 ;;
esac
root=$PWD/var/debian-$1
[ "${ESSAIM_DEBIAN_MOUNTS-}" = own ] || ESSAIM_DEBIAN_MOUNTS=own exec unshare --mount --pid --fork --kill-child "$0" "$@"

say() { printf '== Debian %s: %s\n' "$suite" "$*"; }
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
	${NODE_EXTRA_CA_CERTS+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} CI=true DEBIAN_FRONTEND=noninteractive "$@"; }

# The same archive as this machine asks, and what makes its network usable: certificates, npm's file.
mirror=$(apt-get indextargets --format '$(SITE)' | grep -v security | sort -u | head -n 1)
if [ ! -e "$root/bare" ]; then
	say "a bare system"
	rm -rf "$root"
	mkdir -p "$root"
	debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
		{ tail -n 20 "$root.log"; exit 1; }
	cp -L /etc/resolv.conf "$root/etc/resolv.conf"
	[ ! -e ~/.npmrc ] || cp ~/.npmrc "$root/root/.npmrc"
	cp -a /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/"
	[ ! -e "${NODE_EXTRA_CA_CERTS-}" ] || install -D -m 644 "$NODE_EXTRA_CA_CERTS" "$root$NODE_EXTRA_CA_CERTS"
	for file in /etc/apt/apt.conf.d/*; do
		[ -e "$root$file" ] || cp "$file" "$root$file"
	done
	inside update-ca-certificates >/dev/null
	: >"$root/bare"
fi
mount --bind "$root" "$root" # tests/tenants makes a machine of its own in it
mount --bind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"
