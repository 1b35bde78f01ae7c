/** npm run fuzz -- [--target name] [--runs 1000000] [--seed 1] [--write]: throws hostile input at every parser, guided by coverage. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startCoverage } from "./coverage"
import { mutate, seededRandom } from "./mutate"
import { type Target, targets } from "./targets"

const FOLDER = "test/property/corpus"
/** Milliseconds that one input may take. */
const LIMIT = 1
/** Inputs between two questions about coverage, which cost about a millisecond each. */
const BATCH = 100
/** So that one fault does not fill the screen. */
const MAX_FINDINGS = 10
/** The part of a run that is guided by coverage; after it V8 may optimise again. */
const GUIDED = 0.2

interface Finding {
  readonly input: string
  readonly words: string
}

interface Result {
  readonly runs: number
  /** Blocks of code that the guided part reached. */
  readonly blocks: number
  readonly slowest: number
  readonly corpus: readonly string[]
  readonly findings: readonly Finding[]
}

function main(): void {
  const { values } = parseArgs({
    options: {
      target: { type: "string" },
      runs: { type: "string" },
      seed: { type: "string" },
      write: { type: "boolean" }
    }
  })
  const runs = Number(values.runs ?? 1_000_000)
  const names = Object.keys(targets).filter((name) => values.target === undefined || name === values.target)
  if (names.length === 0 || !Number.isInteger(runs) || runs < 1)
    throw new Error(`Use: npm run fuzz -- [--target ${Object.keys(targets).join("|")}] [--runs 1000000] [--write]`)
  let found = 0
  for (const name of names) {
    const result = fuzz(
      targets[name] as Target,
      [...(targets[name]?.seeds ?? []), ...readCorpus(name)],
      runs,
      Number(values.seed ?? 1)
    )
    found += result.findings.length
    const { corpus, blocks, slowest, findings } = result
    console.log(
      `${name.padEnd(12)}${result.runs} inputs, ${blocks} blocks reached, ${corpus.length} kept, slowest ${slowest.toFixed(2)} ms, ${findings.length} findings`
    )
    for (const { input, words } of findings) console.log(`  ${words}\n  ${JSON.stringify(input).slice(0, 400)}`)
    if (values.write) writeCorpus(name, [...corpus, ...findings.map(({ input }) => input)])
  }
  if (found > 0) process.exitCode = 1
}

function corpusPath(name: string): string {
  return join(FOLDER, `${name}.json`)
}

function readCorpus(name: string): string[] {
  return existsSync(corpusPath(name)) ? (JSON.parse(readFileSync(corpusPath(name), "utf8")) as string[]) : []
}

function writeCorpus(name: string, inputs: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true })
  const sorted = [...new Set(inputs)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  writeFileSync(corpusPath(name), `${JSON.stringify(sorted, null, 2)}\n`)
}

/** The same seed and corpus give the same inputs. */
function fuzz({ run, words }: Target, seeds: readonly string[], runs: number, seed: number): Result {
  const random = seededRandom(seed)
  const corpus = [...seeds]
  const findings: Finding[] = []
  const prototypes = prototypeKeys()
  const pick = () => corpus[random(corpus.length)] ?? ""
  const next = () => mutate(pick(), pick(), words, random)
  let done = 0
  let slowest = 0
  const goesOn = (until: number) => done < until && findings.length < MAX_FINDINGS
  const find = (input: string, problem: string | null) => {
    if (problem !== null) findings.push({ input, words: problem })
  }
  const timed = (input: string) => {
    const time = leastTime(run, input)
    slowest = Math.max(slowest, time)
    if (time > LIMIT) find(input, `takes ${time.toFixed(1)} ms (${input.length} characters)`)
  }

  const coverage = startCoverage(["/src/core/", "/tools/data/", "/tools/reports/"])
  const seen = new Set<string>()
  const news = () => coverage.take().filter((block) => !seen.has(block))
  const reachesNews = (input: string) => {
    problemOf(run, input)
    const blocks = news()
    for (const block of blocks) seen.add(block)
    return blocks.length > 0
  }
  seeds.forEach(reachesNews)
  while (goesOn(runs * GUIDED)) {
    const batch = Array.from({ length: BATCH }, next)
    for (const input of batch) find(input, problemOf(run, input))
    done += batch.length
    if (news().length > 0) corpus.push(...batch.filter(reachesNews))
  }
  coverage.stop()

  corpus.forEach(timed)
  while (goesOn(runs)) {
    const input = next()
    const problem = problemOf(run, input)
    find(input, problem)
    if (problem === null) timed(input)
    done++
  }
  if (prototypeKeys() !== prototypes) find("", "a prototype was changed")
  return { runs: done, blocks: seen.size, slowest, corpus, findings }
}

/** What the parser, or one of its promises, threw. */
function problemOf(run: Target["run"], input: string): string | null {
  try {
    run(input)
    return null
  } catch (cause) {
    return cause instanceof Error ? (cause.stack ?? cause.message).split("\n").slice(0, 3).join(" ") : String(cause)
  }
}

/** In milliseconds. A pause of the machine is no fault of the parser: only what is slow every time counts. */
function leastTime(run: Target["run"], input: string): number {
  let time = timeOf(run, input)
  for (let again = 0; time > LIMIT && again < 9; again++) time = Math.min(time, timeOf(run, input))
  return time
}

function timeOf(run: Target["run"], input: string): number {
  const start = process.hrtime.bigint()
  run(input)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function prototypeKeys(): string {
  return [Object.prototype, Array.prototype, String.prototype]
    .map((one) => Object.getOwnPropertyNames(one).join())
    .join("|")
}

main()
