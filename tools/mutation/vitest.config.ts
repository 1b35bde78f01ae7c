/** The tests that hold the core, without browsers: what mutations of the core are tried against. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts"],
    // they hold the tools, in processes of their own; property tests would take days
    exclude: ["test/unit/{package,assess-lines,policy-files,policy-kit-command,report-receiver,reports-*}.test.ts"],
    testTimeout: 120_000
  }
})
