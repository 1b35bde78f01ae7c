/**
 * The packages that Vigie is made of, read from package-lock.json. `npm sbom` gives the same for what runs in the browser (a test compares), but
 * puts a random number, the time and the folder's name in it, and refuses the whole tree for a peer that an optional package of the test runner
 * would like (npm 11.19: ESBOMPROBLEMS).
 */
export interface Dependency {
  readonly name: string
  readonly version: string
  /** SPDX expression as the package states it; undefined for packages of other systems that were never fetched. */
  readonly licence: string | undefined
  /** Lower-case hexadecimal SHA-512 of the package; undefined as above. */
  readonly sha512: string | undefined
  /** Is in the extension; otherwise it only builds or tests it. */
  readonly atRunTime: boolean
}

interface LockedPackage {
  readonly version: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** In: the text of package-lock.json. Out: every package once, by name and version; at run time wins. */
export function dependenciesOf(lock: string): Dependency[] {
  const { packages } = JSON.parse(lock) as Lock
  const found = new Map<string, Dependency>()
  for (const [path, { version, integrity, license, dev }] of Object.entries(packages)) {
    if (path === "") continue
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)
    const id = `${name}@${version}`
    const sha512 = integrity && Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")
    found.set(id, { name, version, licence: license, sha512, atRunTime: !dev || found.get(id)?.atRunTime === true })
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency)
}

/** In: package.json's facts and the dependencies. Out: a CycloneDX 1.5 document; what only builds or tests is "excluded" from the extension. */
export function sbomOf(
  { name, version, description, license }: Readonly<Record<"name" | "version" | "description" | "license", string>>,
  dependencies: readonly Dependency[]
): string {
  const components = dependencies.map((dependency) => ({
    "bom-ref": `${dependency.name}@${dependency.version}`,
    type: "library",
    name: dependency.name,
    version: dependency.version,
    scope: dependency.atRunTime ? "required" : "excluded",
    ...(dependency.sha512 ? { hashes: [{ alg: "SHA-512", content: dependency.sha512 }] } : {}),
    ...(dependency.licence ? { licenses: licensesOf(dependency.licence) } : {}),
    purl: packageUrl(dependency.name, dependency.version)
  }))
  const sbom = {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: {
        "bom-ref": `${name}@${version}`,
        type: "application",
        name,
        version,
        description,
        licenses: licensesOf(license),
        purl: packageUrl(name, version)
      }
    },
    components
  }
  return `${JSON.stringify(sbom, null, 2)}\n`
}

/** In: the dependencies. Out: a table (CSV) of their licences, what is in the extension first. */
export function licencesOf(dependencies: readonly Dependency[]): string {
  const rows = [...dependencies]
    .sort((a, b) => Number(b.atRunTime) - Number(a.atRunTime))
    .map(({ name, version, licence, atRunTime }) => [
      name,
      version,
      licence ?? "not stated in package-lock.json (a package of another system)",
      atRunTime ? "in the extension" : "builds and tests only"
    ])
  return [["package", "version", "licence", "use"], ...rows].map((row) => `${row.join(",")}\n`).join("")
}

/** CycloneDX tells an SPDX identifier, an expression of several, and any other name apart. */
function licensesOf(licence: string): object[] {
  if (/ (?:OR|AND) /.test(licence)) return [{ expression: licence }]
  return [{ license: licence === "BSD" ? { name: licence } : { id: licence } }]
}

const packageUrl = (name: string, version: string) => `pkg:npm/${name.replace("@", "%40")}@${version}`
