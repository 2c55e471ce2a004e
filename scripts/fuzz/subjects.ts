import { batches } from './batches.js'
import { commandLines } from './command-lines.js'
import { kills } from './kills.js'
import { readers } from './readers.js'
import { routes } from './routes.js'
import type { Subject } from './subject.js'
import { places, shapes, styles, values, wrapped } from './texts.js'
import { workers } from './workers.js'

/** Everything that is tried; a new subject is one row here. */
export const subjects: Readonly<Record<string, Subject>> = {
  places,
  shapes,
  wrapped,
  styles,
  values,
  readers,
  batches,
  kills,
  workers,
  routes,
  commands: commandLines,
}
