// Changes code line by line and tells which changes no test notices: npm run mutation -- [--minutes N] [--save] [PATH...]
// A path is a folder or a file of src/. One file is done after the other, none is begun after so many minutes; what is found is printed and kept in
// output/mutation/, and the scores in docs/mutation.md with --save.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { saveScore, shareOf } from './mutation/scores.js'
import { tryChanges } from './mutation/try-changes.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' }, save: { type: 'boolean' } } })
const until = Date.now() + Number(values.minutes ?? 60) * 60_000

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .map(name => join(path, name))
        .sort()
    : [relative('.', path)]

const folder = resolve('output/mutation')
mkdirSync(folder, { recursive: true })
for (const file of (positionals.length > 0 ? positionals : ['src/extract', 'src/resolve']).flatMap(filesIn)) {
  if (Date.now() > until) {
    console.log(`${file}: not begun, the time is over`)
    continue
  }
  const { score, alive } = await tryChanges(file, folder)
  if (score.tried === 0) continue
  console.log(`${file}: ${score.tried} changes, ${score.noticed} noticed ${shareOf(score)}, ${score.endless} of these by never coming to an end`)
  const lines = alive.map(
    ({ line, column, was, becomes, isReached }) => `${file}:${line}:${column}${isReached ? '' : ' (no test comes by)'} ${was} => ${becomes}`,
  )
  writeFileSync(join(folder, `${relative('src', file).replaceAll('/', '.')}.txt`), `${lines.join('\n')}\n`)
  for (const line of lines) console.log(`  ${line}`)
  if (values.save) saveScore(score)
}
