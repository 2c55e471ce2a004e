import fc from 'fast-check'
import { PipelineError } from '../../src/model/errors.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { defaultLimits } from '../../src/read/limits.js'
import { readDocument } from '../../src/read/read-file.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { changedEntries } from './change-zip.js'
import type { Material } from './material.js'
import { faultOf } from './places.js'
import { hidden, inTime, type Subject } from './subject.js'

const share = fc.double({ min: 0, max: 1, noNaN: true })

/** What is done to the bytes of a real file. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('put' as const), at: share, bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: share, length: fc.nat(400) }),
  fc.record({ kind: fc.constant('end' as const), at: share }),
  fc.record({ kind: fc.constant('repeat' as const), at: share, length: fc.integer({ min: 1, max: 300 }), times: fc.integer({ min: 2, max: 40 }) }),
  fc.record({ kind: fc.constant('splice' as const), at: share, other: fc.nat(), from: share, length: fc.integer({ min: 1, max: 3000 }) }),
)
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(bytes: Uint8Array, change: Damage, { files }: Material): Uint8Array {
  const at = Math.floor(change.at * bytes.length)
  const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)
  switch (change.kind) {
    case 'flip': {
      const copy = Uint8Array.from(bytes)
      if (at < copy.length) copy[at] = (copy[at] as number) ^ (1 << change.bit)
      return copy
    }
    case 'put':
      return join(bytes.subarray(0, at), change.bytes, bytes.subarray(at + change.bytes.length))
    case 'cut':
      return join(bytes.subarray(0, at), bytes.subarray(at + change.length))
    case 'end':
      return bytes.subarray(0, at)
    case 'repeat':
      return join(bytes.subarray(0, at), ...Array.from({ length: change.times }, () => bytes.subarray(at, at + change.length)), bytes.subarray(at))
    case 'splice': {
      const other = files[change.other % files.length]?.bytes ?? bytes
      const from = Math.floor(change.from * other.length)
      return join(bytes.subarray(0, at), other.subarray(from, from + change.length), bytes.subarray(at))
    }
  }
}

/** Whether some OCR would be asked, which takes longer than everything else together. */
const isPicture = (name: string): boolean => /\.(?:jpe?g|png|tiff?)$|scan/i.test(name)

/** Damaged files of every format: read or refused with a code, in time; what is read has sound places. */
export const readers: Subject = {
  about: 'a damaged file is read or refused with a code',
  async open(material) {
    const rulebook = loadRulebook()
    const files = material.files.filter(file => !isPicture(file.name))
    const input = fc.record({ file: fc.nat(files.length - 1), changes: fc.array(damage, { minLength: 1, maxLength: 6 }), inside: fc.boolean() })
    return {
      property: hidden(
        fc.asyncProperty(input, async ({ file, changes, inside }) => {
          const { name, bytes } = files[file] as Material['files'][number]
          const change = (from: Uint8Array): Uint8Array => changes.reduce((made, one) => damaged(made, one, material), from)
          // Behind the sums of a zip nothing is reached unless its parts are packed again.
          const made = (inside ? await changedEntries(bytes, change, changes.length) : null) ?? change(bytes)
          const raw = await inTime(() =>
            readDocument(made, name, { ...defaultLimits, maxSeconds: 30 }).catch((error: unknown) => {
              if (error instanceof PipelineError && error.code !== 'E_INTERNAL' && error.code !== 'E_READ_TIMEOUT') return null
              throw error
            }),
          )
          const fault = raw && faultOf(extractDocument(raw, rulebook))
          if (fault) throw new Error(fault)
        }),
      ),
    }
  },
}
