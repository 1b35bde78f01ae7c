/** In: where the files will be served, the identifier, the key's path, whether the XPI is Mozilla's. Out: what an administrator does next. */
export function nextSteps(address: string, extensionId: string, keyPath: string, isSigned: boolean): string {
  return `
Put the files of build/package/self-host/ at ${address}/. The policies that install them, for every browser and system:

  npm run policy-kit -- --config org.json --deployment build/package/self-host/deployment.json

or by hand, in ExtensionSettings:

Chrome, Edge, Chromium   ID of the extension, from this key: ${extensionId}
  "${extensionId}": { "installation_mode": "force_installed", "update_url": "${address}/updates.xml" }
  On Windows and macOS, only a managed machine (domain, Entra ID, MDM) takes an extension from outside the browser's store.

Firefox   ID of the extension: vigie@vigie.extension
  "vigie@vigie.extension": { "installation_mode": "force_installed", "install_url": "${address}/vigie.xpi" }
  ${isSigned ? "vigie.xpi is the file that Mozilla signed." : unsigned(address)}

Keep ${keyPath} secret, and a copy of it: updates must be signed with it, and whoever has it can sign one.
The next version: the same command again with the same key; put the new files in the place of the old.`
}

const unsigned = (
  address: string
) => `vigie.xpi is not signed by Mozilla, and Firefox as released by Mozilla refuses it. Have it signed, unlisted, with an account of addons.mozilla.org:
    unzip -d build/tmp/firefox build/package/self-host/vigie.xpi
    npx web-ext sign --channel unlisted --source-dir build/tmp/firefox --artifacts-dir build/tmp --api-key … --api-secret …
    npm run package -- --self-host ${address} --key … --signed-xpi build/tmp/….xpi
  Firefox ESR takes it unsigned where the policy Preferences sets xpinstall.signatures.required to false; that is so for every add-on then.`
