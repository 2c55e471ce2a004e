import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { pages } from '../../scripts/docs/pages.js'
import { commands } from '../../src/cli/commands/index.js'
import { errorCatalog } from '../../src/model/errors.js'

describe('the generated pages', () => {
  test.each(Object.entries(pages))('%s is what `npm run docs` writes', async (path, make) => {
    expect(readFileSync(path, 'utf8'), 'run `npm run docs`').toBe(await make())
  })

  it('leave no table or column without a note', async () => expect(await pages['docs/schema.md']?.()).not.toContain('MISSING'))

  it('have every command, option and error code', () => {
    const page = readFileSync('docs/cli.md', 'utf8')
    for (const { name, options } of commands) {
      expect(page).toContain(`## chitieu ${name}`)
      for (const { flags } of options ?? []) expect(page).toContain(`\`${flags.replace('|', '\\|')}\``)
    }
    for (const code of Object.keys(errorCatalog)) expect(page).toContain(`\`${code}\``)
  })
})

describe('the commands of the contract', () => {
  const promised: Readonly<Record<string, readonly string[]>> = {
    ingest: ['db', 'jobs', 'rules', 'force'],
    extract: ['rules'],
    targets: ['province', 'indicator', 'field', 'deadline', 'role', 'text', 'db', 'format', 'limit'],
    compare: ['indicator', 'field', 'deadline', 'db', 'format', 'limit'],
    citations: ['to', 'from', 'type', 'relation', 'db', 'format', 'limit'],
    graph: ['format', 'db'],
    audit: ['severity', 'check', 'fail-on', 'db', 'format', 'limit'],
    progress: ['province', 'db', 'format', 'limit'],
    tasks: ['agency', 'due', 'db', 'format', 'limit'],
    documents: ['db', 'format', 'limit'],
    show: ['db', 'format'],
    search: ['db', 'format', 'limit'],
    export: ['format', 'out', 'db'],
    serve: ['port'],
    worker: ['database'],
    'rules list': [],
    'rules test': [],
    'rules explain': [],
    verify: ['db'],
  }
  test.each(Object.entries(promised))('%s takes what is promised', (name, options) => {
    const command = commands.find(c => c.name === name)
    const flags = (command?.options ?? []).map(o => /--([a-z-]+)/.exec(o.flags)?.[1])
    expect(flags).toEqual(expect.arrayContaining([...options]))
  })
})

describe('every error', () => {
  test.each(Object.entries(errorCatalog))('%s says what happened and what to do, in whole sentences', (code, { message, hint }) => {
    expect(code).toMatch(/^E_[A-Z]+(_[A-Z]+)*$/)
    const said = message(new Proxy({}, { get: () => 'X' }) as Readonly<Record<string, string>>)
    if (code !== 'E_USAGE') expect(said).toMatch(/[.]$/)
    expect(hint).toMatch(/[.]$/)
  })
})
