// @ts-check
/** npm test: set-up, then every check (tools/checks.ts). */
import { run, setUp } from "./setup.mjs"

setUp(["chromium", "firefox"])
run("npx", ["tsx", "tools/checks.ts"])
