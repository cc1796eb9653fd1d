# Zet mtvp op Windows: haalt het programma van de plaats van deze versie, kijkt na of het heel is, en zet het in een eigen map van
# de gebruiker, die in het PATH komt. Daarvoor zijn geen rechten van een beheerder nodig. MTVP_MAP kiest een andere map.
$ErrorActionPreference = 'Stop'
# PowerShell 5 kiest uit zichzelf een oude versie van TLS.
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

# De plaats van deze versie; bij het uitgeven ingevuld.
$bron = if ($env:MTVP_BRON) { $env:MTVP_BRON } else { '@BRON@' }
$map = if ($env:MTVP_MAP) { $env:MTVP_MAP } else { Join-Path $env:LOCALAPPDATA 'Programs\mtvp' }
$soort = if ($env:PROCESSOR_ARCHITEW6432) { $env:PROCESSOR_ARCHITEW6432 } else { $env:PROCESSOR_ARCHITECTURE }
$naam = switch ($soort) {
    'AMD64' { 'mtvp.exe' }
    'ARM64' { 'mtvp-arm64.exe' }
    default { throw "Niet gelukt: voor deze computer ($soort) is er geen bestand." }
}

$tijdelijk = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
New-Item -ItemType Directory -Path $tijdelijk | Out-Null
try {
    foreach ($bestand in $naam, 'SHA256SUMS') {
        Invoke-WebRequest -UseBasicParsing -Uri "$bron/$bestand" -OutFile (Join-Path $tijdelijk $bestand)
    }
    $regel = Get-Content (Join-Path $tijdelijk 'SHA256SUMS') | Where-Object { ($_ -split '\s+\*?', 2)[1] -eq $naam }
    if (-not $regel) { throw "Niet gelukt: $naam staat niet in SHA256SUMS." }
    $som = (Get-FileHash -Algorithm SHA256 (Join-Path $tijdelijk $naam)).Hash
    if ($som -ne ($regel -split '\s+')[0]) { throw 'Niet gelukt: het bestand is niet wat het moet zijn. Er is niets veranderd.' }
    New-Item -ItemType Directory -Force -Path $map | Out-Null
    Move-Item -Force (Join-Path $tijdelijk $naam) (Join-Path $map 'mtvp.exe')
} finally {
    Remove-Item -Recurse -Force $tijdelijk
}

$eigen = [Environment]::GetEnvironmentVariable('Path', 'User')
if (($eigen -split ';') -notcontains $map) {
    $nieuw = if ($eigen) { "$eigen;$map" } else { $map }
    [Environment]::SetEnvironmentVariable('Path', $nieuw, 'User')
    Write-Host "$map staat nu in uw PATH. Open een nieuw venster voor opdrachten."
}
Write-Host "$(& (Join-Path $map 'mtvp.exe') --version) staat in $map."
