import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { findProgram, ProgramError, runProgram } from '../program.js'

/** Reads the words of a picture. */
export interface Recogniser {
  readonly name: 'tesseract' | 'tesseract.js'
  /** How many pictures it reads at once. */
  readonly width: number
  /** The table of words (tesseract's `tsv`) of a PNG, JPEG or PGM of `dpi`. Rejects with `ProgramError`. */
  read(picture: Uint8Array, dpi: number, deadline: number): Promise<string>
  close(): Promise<void>
}

/** Page segmentation 3: columns are found, as a decree's head needs; 6 takes the page for one block and reads across them. */
const SEGMENTATION = '3'

/** More threads make tesseract slower: they wait for one another. */
const ONE_THREAD = { OMP_THREAD_LIMIT: '1' }

async function installedRecogniser(): Promise<Recogniser | null> {
  const program = findProgram('tesseract')
  if (!program) return null
  const languages = await runProgram(program, ['--list-langs'], { input: new Uint8Array(), deadline: performance.now() + 10_000 }).catch(() => Buffer.alloc(0))
  if (!/^vie$/m.test(languages.toString())) return null
  return {
    name: 'tesseract',
    width: availableParallelism(),
    read: async (picture, dpi, deadline) => {
      const args = ['stdin', 'stdout', '-l', 'vie', '--psm', SEGMENTATION, '--dpi', String(Math.round(dpi)), 'tsv']
      return (await runProgram(program, args, { input: picture, deadline, environment: ONE_THREAD })).toString()
    },
    close: async () => {},
  }
}

/** The folder of the Vietnamese data that npm holds, or null. */
function packagedData(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')), '4.0.0_best_int')
  } catch {
    return null
  }
}

async function packagedRecogniser(): Promise<Recogniser | null> {
  const langPath = packagedData()
  if (!langPath) return null
  const { createWorker } = await import('tesseract.js')
  const worker = await createWorker('vie', 1, { langPath, gzip: true, cacheMethod: 'none' })
  // The engine prints remarks on every picture; they are of no use and would get between the program's own lines.
  await worker.setParameters({ debug_file: '/dev/null' } as never)
  async function readOne(picture: Uint8Array, dpi: number, deadline: number): Promise<string> {
    await worker.setParameters({ tessedit_pageseg_mode: SEGMENTATION as never, user_defined_dpi: String(Math.round(dpi)) })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ProgramError('tesseract.js took too long', true)), Math.max(0, deadline - performance.now()))
    })
    try {
      const { data } = await Promise.race([worker.recognize(Buffer.from(picture), {}, { text: false, tsv: true }), late])
      return data.tsv ?? ''
    } finally {
      clearTimeout(timer)
    }
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    name: 'tesseract.js',
    width: 1,
    read: (picture, dpi, deadline) => {
      const asked = performance.now()
      // What a picture waits for its turn is not taken from its time.
      const reading = turn.then(() => readOne(picture, dpi, deadline + performance.now() - asked))
      turn = reading.catch(() => {})
      return reading
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** Which engine reads pictures: the installed program, or the one from npm. */
export type OcrEngine = 'tesseract' | 'tesseract.js'

/** The best engine there is: the program when it and its Vietnamese data are installed, else tesseract.js; null when there is neither. */
export async function createRecogniser(engines: readonly OcrEngine[] = ['tesseract', 'tesseract.js']): Promise<Recogniser | null> {
  for (const engine of engines) {
    const made = await (engine === 'tesseract' ? installedRecogniser() : packagedRecogniser())
    if (made) return made
  }
  return null
}
