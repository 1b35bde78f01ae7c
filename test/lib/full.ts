/** `npm run e2e:faults` runs every fault at its full figures, in both browsers; `npm test` a part of them, to stay within minutes. */
export const full = process.env["VIGIE_FAULTS"] === "full"
