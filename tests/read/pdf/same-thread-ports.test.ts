import { expect, test } from 'vitest'
import { portPair } from '../../../src/read/pdf/same-thread-ports.js'

const heardBy = (port: ReturnType<typeof portPair>['asker'], signal?: AbortSignal): unknown[] => {
  const heard: unknown[] = []
  port.addEventListener('message', event => heard.push((event as MessageEvent).data), signal ? { signal } : undefined)
  return heard
}
const soon = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

test('what one side posts the other side hears, in its order and later than it was posted', async () => {
  const { asker, answerer } = portPair()
  const [asked, answered] = [heardBy(answerer), heardBy(asker)]
  asker.postMessage({ page: 1 })
  asker.postMessage({ page: 2 })
  answerer.postMessage({ words: 'Điều 1' })
  expect(asked).toEqual([])
  await soon()
  expect(asked).toEqual([{ page: 1 }, { page: 2 }])
  expect(answered).toEqual([{ words: 'Điều 1' }])
})

test('a piece of an answer keeps what it held when its sender empties its lists, and what is in them is the same', async () => {
  const { asker, answerer } = portPair()
  const heard = heardBy(asker)
  const glyph = { unicode: 'Đ' }
  const list = [glyph]
  answerer.postMessage({ stream: 4, chunk: { fnArray: list, length: 1 } })
  list.length = 0
  await soon()
  expect(heard).toEqual([{ stream: 4, chunk: { fnArray: [{ unicode: 'Đ' }], length: 1 } }])
  expect((heard[0] as { chunk: { fnArray: unknown[] } }).chunk.fnArray[0]).toBe(glyph)
})

test('a listener that was given up hears nothing more', async () => {
  const { asker, answerer } = portPair()
  const over = new AbortController()
  const heard = heardBy(asker, over.signal)
  over.abort()
  answerer.postMessage('late')
  await soon()
  expect(heard).toEqual([])
})
