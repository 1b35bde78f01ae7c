/**
 * Scripts for Windows that write, check and remove the policy. Edge needs them under Intune, where ADMX import must not write below
 * Software\Policies\Microsoft (learn.microsoft.com, "Win32 and Desktop Bridge app ADMX policy ingestion").
 *
 * The values stand in the script as JSON within a single-quoted here-string, in which nothing is expanded and only a line that begins with
 * '@ ends it: no line of JSON does. All that is not ASCII is escaped, because Windows PowerShell 5.1 reads a script without a byte-order
 * mark in the code page of the machine, and Intune refuses one that has it.
 */
import { type KitBrowser, kitBrowsers } from "./browsers"
import type { RegistryKey, RegistryPolicy } from "./registry"

export type KitScript = "deploy" | "detect" | "remove"

/** In: what each browser is told. Out: the script, in ASCII. */
export function powershell(script: KitScript, policies: readonly (readonly [KitBrowser, RegistryPolicy])[]): string {
  const data = policies.map(([browser, { root, settings, install }]) => ({
    browser: kitBrowsers[browser].name,
    root,
    own: [settings[0].path, install.path],
    settings: settings.map(keyData),
    install: install.values.length > 0 ? [keyData(install)] : []
  }))
  const lines = [titles[script], ...head, asciiJson(data), ...tail, ...bodies[script], ""]
  return lines.join("\n").replaceAll("\n", "\r\n")
}

/** A text that was written as JSON says the same when its characters are escaped. */
function asciiJson(value: object): string {
  return JSON.stringify(value, null, 1).replace(
    /[^\n -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`
  )
}

function keyData({ path, values }: RegistryKey): object {
  const kind = (data: string | number) => (typeof data === "number" ? "DWord" : "String")
  return { path, values: values.map(([name, data]) => ({ name, kind: kind(data), data })) }
}

const titles: Readonly<Record<KitScript, string>> = {
  deploy: "# Writes the policy of Vigie into the registry. Run it as administrator or as SYSTEM.",
  detect:
    "# Says whether the policy of Vigie is in the registry as it should be: exit code 0 when it is, 1 when it is not.",
  remove: "# Takes the policy of Vigie out of the registry. Run it as administrator or as SYSTEM."
}

const head = [
  "# Windows PowerShell 5.1 or PowerShell 7. Made by Vigie's policy kit: change the configuration and make it again.",
  "$ErrorActionPreference = 'Stop'",
  "$targets = @'"
]

const tail = [
  "'@ | ConvertFrom-Json",
  "# the 64-bit view, also from a 32-bit host such as Intune's",
  "$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')"
]

const bodies: Readonly<Record<KitScript, readonly string[]>> = {
  deploy: [
    "$failed = $false",
    "foreach ($target in $targets) {",
    "  # folders of Vigie only: an item that was taken out of a list must not stay",
    "  foreach ($path in $target.own) { $machine.DeleteSubKeyTree($path, $false) }",
    "  $keys = @($target.settings)",
    "  $root = $machine.OpenSubKey($target.root)",
    "  $asText = $null -ne $root -and $null -ne $root.GetValue('ExtensionSettings')",
    "  if ($asText -and @($target.install).Count -gt 0) {",
    "    # a folder beside that text could hide the other extensions that it installs",
    '    Write-Warning "$($target.browser): ExtensionSettings is one JSON text here. Add the entry of Vigie to it, see README.md."',
    "    $failed = $true",
    "  } else {",
    "    $keys += @($target.install)",
    "  }",
    "  foreach ($entry in $keys) {",
    "    $key = $machine.CreateSubKey($entry.path)",
    "    foreach ($value in $entry.values) {",
    "      if ($value.kind -eq 'DWord') { $key.SetValue($value.name, [int]$value.data, 'DWord') }",
    "      else { $key.SetValue($value.name, [string]$value.data, 'String') }",
    "    }",
    "    $key.Close()",
    "  }",
    '  Write-Output "$($target.browser): written"',
    "}",
    "if ($failed) { exit 1 }"
  ],
  detect: [
    "$wrong = @()",
    "foreach ($target in $targets) {",
    "  foreach ($entry in @($target.settings) + @($target.install)) {",
    "    $key = $machine.OpenSubKey($entry.path)",
    "    if ($null -eq $key) { $wrong += $entry.path; continue }",
    "    foreach ($value in $entry.values) {",
    '      if ([string]$key.GetValue($value.name) -cne [string]$value.data) { $wrong += "$($entry.path)\\$($value.name)" }',
    "    }",
    "    if ($key.ValueCount -ne @($entry.values).Count) { $wrong += $entry.path }",
    "    $key.Close()",
    "  }",
    "}",
    "if ($wrong.Count -gt 0) {",
    '  Write-Output "Not as it should be:"',
    "  Write-Output $wrong",
    "  exit 1",
    "}",
    'Write-Output "The policy of Vigie is in place."'
  ],
  remove: [
    "foreach ($target in $targets) {",
    "  foreach ($path in $target.own) { $machine.DeleteSubKeyTree($path, $false) }",
    '  Write-Output "$($target.browser): removed"',
    "}"
  ]
}
