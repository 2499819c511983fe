#!/bin/bash
# An area more with a kind of objet more takes the files of tests/newarea/, a line of areas.def and a line
# of genres.def: with them alone the tests that walk both tables find it, and see it when it leaks.
#
# In a copy, whose objects are those of $BUILD: little is compiled.
set -eu

build() {
	make -s -C "$dir/var/build" srcdir="$dir" top_srcdir="$dir" VPATH="$dir" tests/all mots/pays.txt \
		>"$dir/log" 2>&1 || { cat "$dir/log"; return 1; }
}
run() { (cd "$dir" && var/build/tests/all "$1"); }

if [ "${1-}" = within ]; then # a database of its own
	for name in bonjour_ genres_ sql_ canari_of_a_closed; do
		run "$name"
	done
	sed -i 's/" AND " SEES("o")/" AND (TRUE OR " SEES("o") ")"/' "$dir/cgi-bin/bonjour.c"
	build
	! run canari_of_a_closed >"$dir/leak" && grep -q '^  /bonjour/.* tells it to' "$dir/leak" ||
		{ cat "$dir/leak"; echo "the canary does not see that a new area leaks"; exit 1; }
	exit 0
fi
cd "$(dirname "$0")/.."
BUILD=${BUILD:-$PWD/var/build-check}
dir=$(mktemp -d /tmp/essaim-newarea.XXXXXX)
trap 'rm -rf "$dir"' EXIT
tar -cf - --exclude=./var --exclude=./node_modules --exclude=./.git . | tar -xf - -C "$dir"
mkdir -p "$dir/var/build"
tar -C "$BUILD" -cf - --exclude='*.fcgi' --exclude='essaim-*' . | tar -xf - -C "$dir/var/build"
cp -R tests/newarea/. "$dir/"
rm -rf "$dir/tests/newarea"
echo 'AREA(bonjour, "Bonjour", "smile", PROSPECT, MORE)' >>"$dir/cgi-bin/areas.def"
echo 'GENRE(bonjour)' >>"$dir/lib/domain/vie/genres.def"
# These read the tables; where their .d name them, it is in the first tree.
(cd "$dir/var/build" && rm -f lib/web/menu.o lib/domain/vie/genres.o tests/main.o)
build
export dir
DB_SOCKET='' ESSAIM_DATA=. tests/with-db "$PWD/tests/newarea.sh" within
