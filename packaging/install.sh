#!/bin/sh
# Zet mtvp op een Mac of op Linux: haalt het programma van de plaats van deze versie, kijkt na of het heel is, en zet het in
# ~/.local/bin (of in de map die MTVP_MAP noemt). Nodig: curl, tar, en sha256sum of shasum.
set -eu
# De plaats van deze versie; bij het uitgeven ingevuld.
bron=${MTVP_BRON:-@BRON@}
map=${MTVP_MAP:-$HOME/.local/bin}

stop() {
  echo "Niet gelukt: $1" >&2
  exit 1
}
case "$(uname -s)" in
  Linux) systeem=linux ;;
  Darwin) systeem=macos ;;
  *) stop "voor dit systeem is er geen bestand. Op Windows gebruikt u mtvp.exe." ;;
esac
case "$(uname -m)" in
  x86_64 | amd64) soort=x86_64 ;;
  aarch64 | arm64) soort=arm64 ;;
  *) stop "voor deze computer ($(uname -m)) is er geen bestand." ;;
esac
naam=mtvp-$systeem-$soort

tijdelijk=$(mktemp -d)
trap 'rm -rf "$tijdelijk"' EXIT
cd "$tijdelijk"
for bestand in "$naam.tar.gz" SHA256SUMS; do
  curl --fail --silent --show-error --location --output "$bestand" "$bron/$bestand" || stop "$bestand is niet op te halen."
done
grep " [ *]*$naam.tar.gz\$" SHA256SUMS >controle || stop "$naam.tar.gz staat niet in SHA256SUMS."
if command -v sha256sum >/dev/null; then
  sha256sum -c controle >/dev/null || stop "het bestand is niet wat het moet zijn. Er is niets veranderd."
else
  shasum -a 256 -c controle >/dev/null || stop "het bestand is niet wat het moet zijn. Er is niets veranderd."
fi
tar -xzf "$naam.tar.gz"
mkdir -p "$map"
# Eerst ernaast: een mtvp die er al is en draait, houdt niets tegen.
cp "$naam/mtvp" "$map/.mtvp-nieuw"
chmod 755 "$map/.mtvp-nieuw"
mv -f "$map/.mtvp-nieuw" "$map/mtvp"
echo "$("$map/mtvp" --version) staat in $map."
case ":$PATH:" in
  *":$map:"*) echo "Probeer: mtvp show" ;;
  *) echo "Zet deze map nog in uw PATH: export PATH=\"$map:\$PATH\"" ;;
esac
