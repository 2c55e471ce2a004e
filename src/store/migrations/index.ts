import type { Migration } from 'kysely'
import { init } from './0001-init.js'
import { abbreviations } from './0002-abbreviations.js'
import { candidates } from './0003-candidates.js'
import { conditions } from './0004-conditions.js'
import { readers } from './0006-readers.js'
import { ledger } from './0008-ledger.js'
import { listings } from './0011-listings.js'
import { removed } from './0012-removed.js'
import { places } from './0013-places.js'
import { versions } from './0014-versions.js'
import { pages } from './0015-pages.js'
import { current } from './0016-current.js'
import { pairs } from './0017-pairs.js'
import { together } from './0018-together.js'

/** Every migration in the order of its number. A released one never changes: add the next. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-init': init,
  '0002-abbreviations': abbreviations,
  '0003-candidates': candidates,
  '0004-conditions': conditions,
  '0006-readers': readers,
  '0008-ledger': ledger,
  '0011-listings': listings,
  '0012-removed': removed,
  '0013-places': places,
  '0014-versions': versions,
  '0015-pages': pages,
  '0016-current': current,
  '0017-pairs': pairs,
  '0018-together': together,
}
