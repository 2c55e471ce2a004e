import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run, runIn, temporaryFolder } from './run.js'

const db = join(temporaryFolder(), 'served.sqlite')
beforeAll(async () => {
  expect((await run('ingest', 'seeds/003_a954f8546d252d68.txt', '--db', db, '--quiet')).status).toBe(0)
})

/** Serves until it has printed its address; gives all that it said, and what it answered to a host name. */
async function serve(host: string, ...more: string[]): Promise<{ readonly err: string; readonly answered: number }> {
  const stop = new AbortController()
  let answered = 0
  const out = (text: string): void => {
    const { port } = new URL(text.trim())
    void fetch(`http://127.0.0.1:${port}/api/v1/capabilities`)
      .then(response => {
        answered = response.status
      })
      .finally(() => stop.abort())
  }
  const { status, err } = await runIn({ out, signal: stop.signal }, 'serve', '--db', db, '--port', '0', '--host', host, ...more)
  expect(status).toBe(0)
  return { err, answered }
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
})
