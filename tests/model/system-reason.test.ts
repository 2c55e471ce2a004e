import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { systemReason } from '../../src/model/system-reason.js'

const failing = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test.each([
  [failing(() => readFileSync('nowhere/at/all')), 'a part of its path does not exist (ENOENT)'],
  [failing(() => readFileSync('.')), 'it is a folder (EISDIR)'],
  [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'another program uses it (EADDRINUSE)'],
  [Object.assign(new Error('x'), { code: 'EUNHEARD' }), 'EUNHEARD'],
  [new Error('the disk sings'), 'the disk sings'],
  ['nothing', 'nothing'],
])('%s', (error, reason) => expect(systemReason(error)).toBe(reason))
