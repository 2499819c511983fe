#!/bin/bash
# An area more with a kind of objet more takes the files of tests/newarea/, a line of areas.def and a line
# of genres.def: with them alone the tests that walk both tables find it, and see it when it leaks.
#
# In a copy, whose objects are those of $BUILD: little is compiled.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-$PWD/var/build-check}
dir=$(mktemp -d /tmp/essaim-newarea.XXXXXX)
trap 'rm -rf "$dir"' EXIT
tar -cf - --exclude=./var --exclude=./node_modules --exclude=./.git . | tar -xf - -C "$dir"
mkdir -p "$dir/var"
cp -a "$BUILD" "$dir/var/build"
cp -R tests/newarea/. "$dir/"
rm -rf "$dir/tests/newarea"
echo 'AREA(bonjour, "Bonjour", "smile", PROSPECT, MORE)' >>"$dir/cgi-bin/areas.def"
echo 'GENRE(bonjour)' >>"$dir/lib/domain/vie/genres.def"
cd "$dir/var/build"
# These read the tables; where their .d name them, it is in the first tree.
rm -f lib/web/menu.o lib/domain/vie/genres.o tests/main.o
build() {
	make -s srcdir="$dir" top_srcdir="$dir" VPATH="$dir" tests/all mots/pays.txt >"$dir/log" 2>&1 || {
		cat "$dir/log"
		exit 1
	}
}
run() { (cd "$dir" && for name; do "$dir/var/build/tests/all" "$name" || exit 1; done); }
build
export dir
export -f build run
DB_SOCKET='' "$dir/tests/with-db" bash -euc '
run bonjour_ genres_ sql_ canari_of_a_closed
cd "$dir/var/build"
sed -i "s/\" AND \" SEES(\"o\")/\" AND (TRUE OR \" SEES(\"o\") \")\"/" "$dir/cgi-bin/bonjour.c"
build
! run canari_of_a_closed >"$dir/leak" || { echo "the canary does not see that a new area leaks"; exit 1; }
grep -q "^  /bonjour/.* tells it to" "$dir/leak" || { cat "$dir/leak"; exit 1; }
'
