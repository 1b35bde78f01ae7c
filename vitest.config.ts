import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: { name: "unit", include: ["test/{unit,property,data,repo}/**/*.test.ts"], testTimeout: 60_000 }
      }
    ]
  }
})
