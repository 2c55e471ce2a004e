import { z } from 'zod'
import { findingSchema } from '../../src/model/audit.js'
import { extractionSchema } from '../../src/model/extraction.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForWriting } from '../../src/store/open-store.js'
import { cliPage } from './cli-page.js'
import { rulesPage } from './rules-page.js'
import { schemaPage } from './schema-page.js'

const jsonSchema = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`

/** Every generated page of docs/: its path and how it is made. */
export const pages: Readonly<Record<string, () => Promise<string>>> = {
  'docs/schema.md': async () => {
    const store = await openStoreForWriting(':memory:')
    try {
      return await schemaPage(store.db)
    } finally {
      await store.close()
    }
  },
  'docs/cli.md': async () => cliPage(),
  'docs/rules.md': async () => rulesPage(loadRulebook()),
  'docs/extraction.schema.json': async () => jsonSchema(extractionSchema),
  'docs/findings.schema.json': async () => jsonSchema(z.array(findingSchema)),
}
