import { defineConfig } from "vitest/config"

const oxc = { jsx: { runtime: "automatic", importSource: "preact" } } as const

export default defineConfig({
  test: {
    projects: [
      { oxc, test: { name: "unit", include: ["test/{unit,property,data,repo}/**/*.test.ts"], testTimeout: 120_000 } },
      { oxc, test: { name: "ui", include: ["test/ui/**/*.test.tsx"], environment: "happy-dom" } },
      {
        oxc,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // one browser at a time: two cores
          fileParallelism: false
        }
      }
    ]
  }
})
