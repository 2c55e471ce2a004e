import { writeFileSync } from 'node:fs'
import { pages } from './docs/pages.js'

// Writes the generated pages of docs/: npm run docs
for (const [path, make] of Object.entries(pages)) {
  writeFileSync(new URL(`../${path}`, import.meta.url), await make())
  console.log(path)
}
