/**
 * Takes the place of `pify` (package.json, "alias"). @plasmohq/storage wraps the callbacks of Chrome below 100 with it, and loads it
 * everywhere; Vigie runs from Chrome 121 on, where it is never called. Costs nothing, saves 1.1 KB in every page (docs/decisions/2).
 */
// biome-ignore lint/style/noDefaultExport: it is imported so
export default function noPify(): never {
  throw new Error("Chrome below 100 is not supported")
}
