// Prints one document's extraction from the sources, without a build: npx tsx scripts/extract.ts FILE
import { extractDocument } from '../src/pipeline/pipeline.js'
import { readDocumentFile } from '../src/read/read-file.js'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'

const file = process.argv[2]
if (!file) throw new Error('Usage: npx tsx scripts/extract.ts FILE')
console.log(JSON.stringify(extractDocument(await readDocumentFile(file), loadRulebook()), null, 1))
