import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

interface Manifest {
  readonly action: { readonly default_popup: string; readonly default_icon: Record<string, string> }
  readonly icons: Record<string, string>
  readonly permissions: readonly string[]
  readonly optional_permissions: readonly string[]
  readonly content_security_policy: { readonly extension_pages: string }
}

describe.each(["chrome-mv3-prod", "firefox-mv3-prod"])("the package %s", (folder) => {
  const root = join("build", folder)
  const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as Manifest

  it("really has its popup and its icons", () => {
    expect(existsSync(join(root, manifest.action.default_popup))).toBe(true)
    const icons = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)]
    expect(icons.length).toBeGreaterThanOrEqual(8)
    for (const icon of icons) expect(existsSync(join(root, icon)), icon).toBe(true)
  })

  it("asks for storage and tabs only, offers notifications, and shows nothing of itself to pages", () => {
    expect(manifest.permissions).toEqual(["storage", "tabs"])
    expect(manifest.optional_permissions).toEqual(["notifications"])
    for (const key of [
      "host_permissions",
      "optional_host_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable"
    ])
      expect(manifest).not.toHaveProperty(key)
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'none'")
  })
})
