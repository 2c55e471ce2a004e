import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run, runIn, temporaryFolder } from './run.js'

const db = join(temporaryFolder(), 'served.sqlite')
beforeAll(async () => {
  expect((await run('ingest', 'seeds/003_a954f8546d252d68.txt', '--db', db, '--quiet')).status).toBe(0)
})

interface Served {
  readonly err: string
  readonly answered: number
  readonly maxUpload: number
}

/** Serves until it has printed its address; gives all that it said, what it answered, and the largest upload that it takes. */
async function serve(host: string, ...more: string[]): Promise<Served> {
  const stop = new AbortController()
  let answered = 0
  let maxUpload = 0
  const out = (text: string): void => {
    const { port } = new URL(text.trim())
    void fetch(`http://127.0.0.1:${port}/api/v1/capabilities`)
      .then(async response => {
        answered = response.status
        maxUpload = ((await response.json()) as { maxUpload: number }).maxUpload
      })
      .finally(() => stop.abort())
  }
  const { status, err } = await runIn({ out, signal: stop.signal }, 'serve', '--db', db, '--port', '0', '--host', host, ...more)
  expect(status).toBe(0)
  return { err, answered, maxUpload }
}

describe('serve', () => {
  it('says nothing of others where only this machine is listened to', async () => {
    const { err, answered } = await serve('127.0.0.1')
    expect(answered).toBe(200)
    expect(err).not.toContain('Anyone')
  })

  it.each([
    [[], /^Anyone who reaches 0\.0\.0\.0 can read everything in .*served\.sqlite\.$/m],
    [['--allow-ingest'], /^Anyone who reaches 0\.0\.0\.0 can read everything in .*served\.sqlite and add to it\.$/m],
    [['--quiet'], /^Anyone who reaches 0\.0\.0\.0/m],
  ])('warns of --host, also with %j', async (more, says) => {
    const { err, answered } = await serve('0.0.0.0', ...more)
    expect(answered).toBe(200)
    expect(err).toMatch(says)
  })

  it.each([
    [[], 20 * 1024 * 1024],
    [['--max-bytes', '1000'], 1000],
    [['--max-bytes', '100000000'], 20 * 1024 * 1024],
  ])('takes no larger upload than drafts need and --max-bytes allows: %j', async (more, most) => {
    expect((await serve('127.0.0.1', ...more)).maxUpload).toBe(most)
  })
})
