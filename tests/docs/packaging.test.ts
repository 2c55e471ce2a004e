import { readdirSync, readFileSync } from 'node:fs'
import { validate } from 'dockerfile-utils'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { commands } from '../../src/cli/commands/index.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const isCommand = (name: string | undefined): boolean => commands.some(command => command.name === name)

describe('the packaging', () => {
  it('builds an image that runs as nobody in particular and tells how it is', () => {
    const lines = read('packaging/Dockerfile').split('\n')
    const last = lines.slice(lines.findLastIndex(line => line.startsWith('FROM ')))
    expect(last).toContain('USER node')
    expect(last.some(line => line.startsWith('HEALTHCHECK '))).toBe(true)
    expect(lines.filter(line => line.startsWith('FROM '))).toHaveLength(2)
    expect(last.join('\n')).not.toContain('build-essential')
    expect(validate(lines.join('\n')).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
  })

  it('composes commands that there are, each after what it needs is healthy', () => {
    const { services } = parse(read('packaging/compose.yaml'), { merge: true }) as {
      services: Record<string, { command?: string[]; healthcheck?: object; depends_on?: Record<string, { condition: string }> }>
    }
    for (const [name, { command, depends_on }] of Object.entries(services)) {
      if (command) expect([name, isCommand(command[0])]).toEqual([name, true])
      for (const [needed, { condition }] of Object.entries(depends_on ?? {})) {
        expect(Object.keys(services)).toContain(needed)
        if (condition === 'service_healthy') expect(services[needed]?.healthcheck).toBeDefined()
      }
    }
    expect(services.worker).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(services.worker?.healthcheck).toMatchObject({ test: ['CMD', 'node', '/app/bin/chitieu.js', 'queue'] })
  })

  test.each(readdirSync('packaging/systemd'))('%s starts a command that there is, with few rights', unit => {
    const text = read(`packaging/systemd/${unit}`)
    expect(isCommand(/^ExecStart=\S+ chitieu (\S+)/m.exec(text)?.[1])).toBe(true)
    for (const right of ['User=chitieu', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=']) expect(text.split('\n')).toContain(right)
  })
})
