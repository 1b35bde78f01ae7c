// @ts-check
/** npm start: set-up, build, then a browser with Vigie in it; without a display, the tour (tools/tour.ts). */
import { run, setUp } from "./setup.mjs"

setUp(["chromium"])
const hasDisplay = Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]) || process.platform !== "linux"
run("npx", ["tsx", "tools/build.ts", "chrome-mv3"])
run("npx", ["tsx", hasDisplay ? "tools/open.ts" : "tools/tour.ts"])
