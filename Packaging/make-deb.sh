#!/bin/bash
# Builds a Debian package from a release binary with Swift's libraries inside: binary, systemd unit, samples, man pages, shell
# completions, the licences of what is linked in, and a bill of materials. The same inputs give the same bytes.
# Its dependencies are computed from the binary.
#
# The city's own files are none of the package's: guides, cards and options are written at the first installation where there
# are none, and from then on neither an upgrade nor a purge touches them or asks about them.
#
#   Packaging/make-deb.sh BINARY VERSION OUT_DIR
#
# ONECARD_DEB_SWIFT_OUTSIDE=1 lets a binary pass whose Swift libraries stand outside: for tests on the machine that has them.
set -euo pipefail
binary=$(realpath "$1"); version=$2; mkdir -p "$3"; out=$(realpath "$3")
root=$(cd "$(dirname "$0")/.." && pwd)
# The moment of the source, so that the same source gives the same bytes whenever it is packed.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
tree=$work/tree
umask 022

# No Debian package holds Swift's libraries: they must be inside.
# Not by grep -q on a pipe: it ends early, and a broken pipe would let the binary pass.
needed=$(objdump -p "$binary")
if grep -q 'NEEDED.*libswift' <<<"$needed" && [ -z "${ONECARD_DEB_SWIFT_OUTSIDE:-}" ]; then
    echo "build with: swift build -c release --static-swift-stdlib --product onecard" >&2
    exit 1
fi

install -D -m755 "$binary" "$tree/usr/bin/onecard"
strip --strip-unneeded "$tree/usr/bin/onecard"
install -D -m644 "$root/Packaging/onecard.service" "$tree/lib/systemd/system/onecard.service"
install -D -m644 "$root/Packaging/onecard.default" "$tree/usr/share/onecard/onecard.default"
install -D -m644 "$root/Packaging/onecard.rules.yml" "$tree/usr/share/onecard/onecard.rules.yml"
mkdir -p "$tree/usr/share/onecard/samples" "$tree/usr/share/doc/onecard"
cp -r "$root/guides" "$root/cards" "$tree/usr/share/onecard/samples/"
# What this clone has printed is nobody's sample.
find "$tree/usr/share/onecard/samples" \( -name '.*' -o -path '*/cards/ledger*' \) -prune -exec rm -rf {} +
find "$tree/usr/share/onecard/samples" -type f -exec chmod 644 {} +
printf 'onecard (%s) unstable; urgency=medium\n\n  * See the history of the source.\n\n -- onecard <onecard@localhost>  %s\n' \
    "$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$tree/usr/share/doc/onecard/changelog.gz"
for shell in bash zsh fish; do
    case $shell in
        bash) place=usr/share/bash-completion/completions/onecard ;;
        zsh) place=usr/share/zsh/vendor-completions/_onecard ;;
        fish) place=usr/share/fish/vendor_completions.d/onecard.fish ;;
    esac
    "$binary" --generate-completion-script $shell | install -D -m644 /dev/stdin "$tree/$place"
done
# Man pages from the commands' own help, so that they never say anything else.
escaped() { sed -e 's/\\/\\e/g; s/-/\\-/g' -e "s/^[.']/\\\\\&&/"; }
manual() {
    local name=$1 help; shift
    # English, whatever the locale.
    help=$(env LC_ALL=en "$binary" help "$@")
    { echo ".TH ${name^^} 1 \"\" \"onecard $version\""; echo ".SH NAME"
      echo "$name \\- $(sed -n 's/^OVERVIEW: //p' <<< "$help" | head -1 | escaped)"
      echo ".SH SYNOPSIS"; echo ".B $(sed -n 's/^USAGE: //p' <<< "$help" | head -1 | escaped)"
      echo ".SH DESCRIPTION"; sed -e '/^USAGE:/,$d' -e 's/^OVERVIEW: //' <<< "$help" | escaped
      echo ".SH USAGE"; echo ".nf"; sed -e '1,/^USAGE:/d' <<< "$help" | sed '1{/^$/d}' | escaped; echo ".fi"
    } | gzip -9n | install -D -m644 /dev/stdin "$tree/usr/share/man/man1/$name.1.gz"
}
manual onecard
for command in $(env LC_ALL=en "$binary" --help | sed -n '/^SUBCOMMANDS:/,/^$/p' | awk '/^  [a-z]/ {print $1}'); do manual "onecard-$command" "$command"; done

mkdir -p "$work/debian" "$tree/DEBIAN"
printf 'Source: onecard\nPackage: onecard\nArchitecture: any\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps --ignore-missing-info -O "$tree/usr/bin/onecard" 2>/dev/null | sed 's/^shlibs:Depends=//')
[ -n "$depends" ] || { echo "no dependencies found: is dpkg-dev installed?" >&2; exit 1; }
# Where the sources of what is linked in are: of the build that `make build` made, or of that of the tests.
checkouts=$root/.build/portable/checkouts
[ -d "$checkouts" ] || checkouts=$root/.build/checkouts
[ -d "$checkouts" ] || { echo "no licences found: build with make build" >&2; exit 1; }
"$root/Packaging/make-sbom" "$version" "$depends" | install -D -m644 /dev/stdin "$tree/usr/share/doc/onecard/onecard.cdx.json"
{
    echo "onecard is under the Apache License 2.0, /usr/share/common-licenses/Apache-2.0."
    echo "Linked into it are, each under the licence that follows its name:"
    for checkout in "$checkouts"/*/; do
        for file in "$checkout"LICENSE* "$checkout"NOTICE*; do
            [ -f "$file" ] || continue
            printf '\n==== %s, %s\n\n' "$(basename "$checkout")" "$(basename "$file")"; cat "$file"
        done
    done
} | install -D -m644 /dev/stdin "$tree/usr/share/doc/onecard/copyright"
cat > "$tree/DEBIAN/control" <<CONTROL
Package: onecard
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: onecard <onecard@localhost>
Installed-Size: $(find "$tree" -path "$tree/DEBIAN" -prune -o -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
Depends: $depends, fonts-noto-cjk
Section: web
Priority: optional
Description: printed cards with a QR code for investment projects, and the pages they open
 Reads guide files, checks them, prints cards whose codes are proved to scan, and serves the
 pages that the codes open.
CONTROL
for moment in postinst prerm postrm; do
    # dpkg sets DPKG_ROOT where it installs into another root without entering it.
    cat > "$tree/DEBIAN/$moment" <<SCRIPT
#!/bin/sh
set -e
root="\${DPKG_ROOT:-}"
if [ "$moment:\$1" = postinst:configure ]; then
    if [ ! -e "\$root/etc/onecard/guides" ] && [ ! -e "\$root/etc/onecard/cards" ]; then
        LC_ALL=C.UTF-8 "\$root/usr/bin/onecard" init "\$root/etc/onecard"
    fi
    if [ ! -e "\$root/etc/default/onecard" ]; then
        install -D -m644 "\$root/usr/share/onecard/onecard.default" "\$root/etc/default/onecard"
    fi
fi
if [ "$moment:\$1" = postrm:purge ]; then
    echo "onecard: /etc/onecard, /etc/default/onecard and /var/lib/onecard are left as they are"
fi
[ -z "\$root" ] && [ -d /run/systemd/system ] || exit 0
case "$moment:\$1" in
    postinst:configure) systemctl daemon-reload; systemctl try-restart onecard.service || true ;;
    prerm:remove) systemctl disable --now onecard.service || true ;;
    postrm:*) systemctl daemon-reload ;;
esac
SCRIPT
    chmod 755 "$tree/DEBIAN/$moment"
done
(cd "$tree" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
dpkg-deb --root-owner-group --build "$tree" "$out/onecard_${version}_$(dpkg --print-architecture).deb"
