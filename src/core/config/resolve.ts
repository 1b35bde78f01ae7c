/** Policy beats settings beats defaults; lists of a policy add to the person's. */
import { type Config, defaults, type Key, keyNames, keys } from "./keys"
import { type KeyProblem, parseValues } from "./parse"

export type Origin = "policy" | "settings" | "default"

export interface Resolved {
  readonly config: Config
  readonly origin: Readonly<Record<Key, Origin>>
  /** Keys that the person cannot change. A list set by policy stays open for additions. */
  readonly locked: ReadonlySet<Key>
  /** The usable part of the policy and of the person's settings, each alone. */
  readonly fromPolicy: Partial<Config>
  readonly fromSettings: Partial<Config>
  /** What was wrong in the policy and in the settings, for "Effective policy". */
  readonly policyProblems: readonly KeyProblem[]
  readonly settingsProblems: readonly KeyProblem[]
}

/** In: both as the browser gave them, untouched. Total: never throws. */
export function resolve(rawPolicy: unknown, rawSettings: unknown): Resolved {
  const policy = parseValues(rawPolicy)
  const settings = parseValues(rawSettings)
  const config: Partial<Record<Key, unknown>> = {}
  const origin: Partial<Record<Key, Origin>> = {}
  for (const key of keyNames) {
    const fromPolicy = policy.values[key]
    const fromSettings = settings.values[key]
    config[key] =
      keys[key].type === "list"
        ? [...new Set([...((fromPolicy as readonly string[]) ?? []), ...((fromSettings as readonly string[]) ?? [])])]
        : (fromPolicy ?? fromSettings ?? defaults[key])
    origin[key] = fromPolicy !== undefined ? "policy" : fromSettings !== undefined ? "settings" : "default"
  }
  return {
    config: config as unknown as Config,
    origin: origin as Record<Key, Origin>,
    locked: new Set(keyNames.filter((key) => origin[key] === "policy" && keys[key].type !== "list")),
    fromPolicy: policy.values,
    fromSettings: settings.values,
    policyProblems: policy.problems,
    settingsProblems: settings.problems
  }
}
