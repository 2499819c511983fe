#!/bin/bash
# An area more with a kind of objet more takes the files of tests/newarea/, a line of areas.def, a line of
# genres.def, and a line that says why its tables hold what they do: with them alone the tests that walk
# these tables find it, and see it when it leaks.
#
# In a copy, whose objects are those of $BUILD: little is compiled.
set -eu

build() {
	make -s -C "$copy/var/build" srcdir="$copy" top_srcdir="$copy" VPATH="$copy" tests/all mots/pays.txt \
		>"$copy/log" 2>&1 || { cat "$copy/log"; return 1; }
}
run() { (cd "$copy" && var/build/tests/all "$1"); }

if [ "${1-}" = within ]; then # a database of its own
	for name in bonjour_ genres_ sql_ canari_of_a_closed; do
		run "$name"
	done
	sed -i 's/" AND " SEES("o")/" AND (TRUE OR " SEES("o") ")"/' "$copy/cgi-bin/bonjour.c"
	build
	! run canari_of_a_closed >"$copy/leak" && grep -q '^  /bonjour/.* tells it to' "$copy/leak" ||
		{ cat "$copy/leak"; echo "the canary does not see that a new area leaks"; exit 1; }
	exit 0
fi
cd "$(dirname "$0")/.."
BUILD=${BUILD:-$PWD/var/build-check}
copy=$(mktemp -d /tmp/essaim-newarea.XXXXXX)
trap 'rm -rf "$copy"' EXIT
tar -cf - --exclude=./var --exclude=./node_modules --exclude=./.git . | tar -xf - -C "$copy"
mkdir -p "$copy/var/build"
tar -C "$BUILD" -cf - --exclude='*.fcgi' --exclude='essaim-*' . | tar -xf - -C "$copy/var/build"
cp -R tests/newarea/. "$copy/"
rm -rf "$copy/tests/newarea"
echo 'AREA(bonjour, "Bonjour", "smile", PROSPECT, MORE)' >>"$copy/cgi-bin/areas.def"
echo 'GENRE(bonjour)' >>"$copy/lib/domain/vie/genres.def"
echo 'SANS_PERSONNE("bonjour")' >>"$copy/lib/domain/demandes/traitements.def"
# These read the tables; where their .d name them, it is in the first tree.
(cd "$copy/var/build" && rm -f lib/web/menu.o lib/domain/vie/genres.o lib/domain/demandes/traitement.o tests/main.o)
build
export copy
DB_SOCKET='' ESSAIM_DATA=. tests/with-db "$PWD/tests/newarea.sh" within
