// Turns a table of documents into a registry rule file on stdout: npx tsx scripts/registry-from-csv.ts FILE.csv [ABOUT] > FOLDER/NAME.yaml
import { readFileSync } from 'node:fs'
import { registryFromCsv } from './registry-file.js'

const [file, about] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: registry-from-csv FILE.csv [ABOUT]')
const ABOUT =
  'Central documents that provincial plans cite. Numbers repeat over years: match on number and date. `confirmed` was seen in the source named; ' +
  '`recalled` is from memory, to suggest and never to assert; a status may be asserted only where its basis is `seen in the row source`.'
process.stdout.write(registryFromCsv(readFileSync(file, 'utf8'), about ?? ABOUT))
