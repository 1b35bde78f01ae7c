import { zipSync } from "fflate"
import { type KitFile, kitBytes } from "../../core/policy-kit/kit"

/** All files in one archive, below a folder of its name. The same files give the same bytes: they bear no time of their making. */
export function zipOf(folder: string, files: readonly KitFile[]): Uint8Array<ArrayBuffer> {
  // the oldest day that the format knows, by the clock on the wall, so that the time zone does not matter
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(files.map((file) => [`${folder}/${file.path}`, kitBytes(file)])), { mtime })
}
