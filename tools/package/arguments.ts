/** What `npm run package` can be asked for. */
import { parseArgs } from "node:util"

export const usage = `npm run package
    packages for the stores and for reviewers, in build/package/
npm run package -- --self-host https://host/path --key file.pem
    also signed packages and update manifests for a server of your own, in build/package/self-host/
    --new-key file.pem instead of --key makes the key; alone, it makes a key and nothing else
    --signed-xpi file.xpi serves this file, which Mozilla has signed, to Firefox`

export interface Request {
  /** Address of the folder on the server, without a closing slash. */
  readonly selfHost?: string
  readonly key?: { readonly path: string; readonly isNew: boolean }
  /** Only the usage is wanted. */
  readonly help?: true
  /** Path of the XPI as Mozilla gave it back. */
  readonly signedXpi?: string
}

/** In: the arguments after the program's name. Out: the request, or what is wrong, in one line. */
export function parseRequest(args: readonly string[]): Request | string {
  let values: Partial<Record<"self-host" | "key" | "new-key" | "signed-xpi", string>> & { readonly help?: boolean }
  try {
    const option = { type: "string" } as const
    const options = {
      "self-host": option,
      key: option,
      "new-key": option,
      "signed-xpi": option,
      help: { type: "boolean" }
    } as const
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return (error as Error).message.split("\n")[0] ?? ""
  }
  if (values.help) return { help: true }
  const { "self-host": address, key, "new-key": newKey, "signed-xpi": signedXpi } = values
  const path = newKey ?? key
  if (key !== undefined && newKey !== undefined) return "--key and --new-key: give one of them"
  if (address === undefined && key !== undefined)
    return "--key signs a self-hosted package: add --self-host https://host/path"
  if (address === undefined && signedXpi !== undefined)
    return "--signed-xpi is for a self-hosted package: add --self-host https://host/path"
  if (address !== undefined && path === undefined)
    return "--self-host needs a key: --key file.pem, or --new-key file.pem to make one"
  if (path === "") return "the path of the key is empty"
  const selfHost = address === undefined ? undefined : parseAddress(address)
  if (selfHost !== undefined && typeof selfHost !== "string") return selfHost.problem
  return {
    ...(selfHost === undefined ? {} : { selfHost }),
    ...(path === undefined ? {} : { key: { path, isNew: newKey !== undefined } }),
    ...(signedXpi === undefined ? {} : { signedXpi })
  }
}

/** Firefox refuses updates that do not come by https (XPIDatabase.sys.mjs); plain http serves to try things on this machine. */
function parseAddress(text: string): string | { readonly problem: string } {
  const isUrl = URL.canParse(text)
  const { protocol, hostname, href } = new URL(isUrl ? text : "https://invalid")
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname)
  if (!isUrl || !(protocol === "https:" || (protocol === "http:" && isHere)))
    return { problem: `--self-host ${JSON.stringify(text)}: not an https:// address` }
  // of the whole text: an empty ? or # is in no other part
  if (/[?#@]/.test(href))
    return { problem: `--self-host ${JSON.stringify(text)}: the address of a folder, without @, ? and #` }
  return href.replace(/\/+$/, "")
}
