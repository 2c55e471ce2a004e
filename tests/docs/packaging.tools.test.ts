import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'

const folder = 'packaging/systemd'

/** What systemd says of a unit: nothing where it can be started as it stands. A template is given a name, as an administrator gives it one. */
function complaints(path: string): string {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path.replace('@.', '@1.')], { encoding: 'utf8' })
  return status === 0 ? `${stdout}${stderr}` : `${stdout}${stderr}status ${status}`
}

test.each(readdirSync(folder))('systemd finds nothing to say about %s', unit => {
  expect(complaints(join(folder, unit))).toBe('')
})

it('is told of a setting that there is not', () => {
  const made = mkdtempSync(join(tmpdir(), 'chitieu-units-'))
  try {
    const path = join(made, 'chitieu-serve.service')
    writeFileSync(path, readFileSync(join(folder, 'chitieu-serve.service'), 'utf8').replace('PrivateTmp=yes', 'PrivateTemp=yes'))
    expect(complaints(path)).toMatch(/PrivateTemp/)
  } finally {
    rmSync(made, { recursive: true })
  }
})
