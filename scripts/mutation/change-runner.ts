import { writeFileSync } from 'node:fs'
import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest'
import { getHooks } from 'vitest/suite'

/** What the code that Stryker puts into a file reads and counts: https://stryker-mutator.io/docs/mutation-testing-elements/mutant-states-and-metrics. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Record<string, number>; perTest: Record<string, Record<string, number>> }
}

/** What the tests told of the changes of one file, by their ids. */
export interface Outcome {
  /** The test that noticed a change; null where it did not come to an end. */
  readonly noticed: readonly (readonly [id: string, by: string | null])[]
  /** Those that a test came by. */
  readonly reached: readonly string[]
  /** Those that run only while the file is loaded: they are not tried. */
  readonly atLoading: readonly string[]
  /** Tests that fail without any change. */
  readonly failing: readonly string[]
}

const NONE = 'none'
const TEST = 'this'
/** A change that makes a test pass by it so many times more often, and so many times at all, has made a loop without end. */
const MOST_OFTEN = 100
const MOST_AT_ALL = 1000

const all = globalThis as { __stryker__?: Switches }
all.__stryker__ ??= {}
const switches = all.__stryker__
switches.activeMutant = NONE
const coverage = { static: {}, perTest: {} } as NonNullable<Switches['mutantCoverage']>
switches.mutantCoverage = coverage

const noticed = new Map<string, string | null>()
const reached = new Set<string>()
const failing: string[] = []

const isEndless = (error: unknown): boolean => error instanceof Error && error.message.startsWith('Stryker')

/** The suites around a test, the file first. */
function suitesOf(test: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = []
  for (let suite: RunnerTestSuite | undefined = test.suite; suite; suite = suite.suite) suites.unshift(suite)
  return suites[0] === test.file ? suites : [test.file, ...suites]
}

/** Runs a test once more with what stands before and behind each: what it is to find must be made anew (an empty database), since the last run left it full. */
async function runAgain(test: RunnerTestCase): Promise<void> {
  const suites = suitesOf(test)
  try {
    for (const suite of suites) for (const hook of getHooks(suite).beforeEach) await hook(test.context, suite)
    await TestRunner.getTestFn(test)()
  } finally {
    for (const suite of suites.toReversed()) for (const hook of getHooks(suite).afterEach) await hook(test.context, suite)
  }
}

/** Runs each test as it is, and then once for each change that it came by and that none has noticed yet. */
class ChangeRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    coverage.perTest = {}
    switches.currentTestId = TEST
    try {
      await run()
    } catch (error) {
      failing.push(test.name)
      throw error
    } finally {
      switches.currentTestId = undefined
    }
    for (const [id, hits] of Object.entries(coverage.perTest[TEST] ?? {})) {
      reached.add(id)
      if (noticed.has(id)) continue
      switches.activeMutant = id
      switches.hitCount = 0
      switches.hitLimit = hits * MOST_OFTEN + MOST_AT_ALL
      // What is counted now is of no test.
      switches.currentTestId = 'changed'
      try {
        await runAgain(test)
      } catch (error) {
        noticed.set(id, isEndless(error) ? null : test.name)
      }
    }
    switches.activeMutant = NONE
    switches.hitCount = undefined
    switches.hitLimit = undefined
    switches.currentTestId = undefined
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles()
    const outcome: Outcome = { noticed: [...noticed], reached: [...reached], atLoading: Object.keys(coverage.static), failing }
    writeFileSync(process.env.CHITIEU_MUTATION_OUTCOME as string, JSON.stringify(outcome))
  }
}

// The name under which vitest takes a runner.
export { ChangeRunner as default }
