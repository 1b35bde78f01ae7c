/** The tests that hold the core, without browsers: what mutations of the core are tried against. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: { include: ["test/{unit,property}/**/*.test.ts"], testTimeout: 120_000 }
})
