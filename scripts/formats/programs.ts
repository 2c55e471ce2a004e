import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The programs that make the converted files; the pipeline itself does without them or says so. */
export const neededPrograms = ['soffice', 'pdftoppm', 'pdfinfo'] as const

/** Those of the needed programs that are not installed. */
export async function missingPrograms(): Promise<readonly string[]> {
  const found = await Promise.all(
    neededPrograms.map(program =>
      run('sh', ['-c', `command -v ${program}`])
        .then(() => true)
        .catch(() => false),
    ),
  )
  return neededPrograms.filter((_, i) => !found[i])
}

/** Runs a piece of work with a folder of its own, which is gone afterwards. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-formats-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Converts HTML files with LibreOffice. The profile is in the work folder, so that a running LibreOffice is left alone. */
export async function convertHtml(folder: string, files: readonly string[], to: string): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  await run('soffice', [profile, '--headless', '--infilter=HTML (StarWriter)', '--convert-to', to, '--outdir', folder, ...files], { timeout: 240_000 })
}

/** Draws the pages of a PDF as grey JPEG pictures and gives their paths in order. */
export async function drawPages(pdf: string, prefix: string, dpi: number): Promise<readonly string[]> {
  const { stdout } = await run('pdfinfo', [pdf])
  const pages = Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1])
  await run('pdftoppm', ['-r', String(dpi), '-gray', '-jpeg', pdf, prefix], { timeout: 240_000 })
  const digits = String(pages).length
  return Array.from({ length: pages }, (_, i) => `${prefix}-${String(i + 1).padStart(digits, '0')}.jpg`)
}
