import { say } from '../../model/bilingual.js'
import { groupBy } from '../../model/group.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { DocumentCheck, Draft } from '../check.js'
import { placeOf } from '../describe.js'
import { placeInVietnamese, titleInVietnamese } from '../describe-in-vietnamese.js'
import { numberedMentions } from '../mentions.js'

/** Decree 30/2020, appendix I: the first citation gives type, number, symbol, date and issuer; later ones type, number and symbol. */
export const incompleteFirst: DocumentCheck = {
  id: 'citation.incomplete-first',
  name: say('First citation without its date', 'Dẫn chiếu lần đầu thiếu ngày'),
  about: 'The first citation of a document lacks its date.',
  scope: 'document',
  inspect: (document, tables) =>
    [...groupBy(numberedMentions(document, tables), mention => mention.key).values()].flatMap((mentions): Draft[] => {
      const first = mentions[0]
      if (!first || first.citation.self || first.citation.date !== null || first.symbol.family === 'bare') return []
      const later = mentions.find(({ citation }) => citation.date !== null)
      const shown = first.citation.repaired ?? first.citation.canonical
      const { citation } = later ?? {}
      const fact = citation
        ? say(
            `its date, ${citation.date}, first stands ${placeOf(citation)}`,
            `ngày ${vietnameseTime(citation.date as string)} ghi lần đầu ở ${placeInVietnamese({ document, span: citation.span }, citation.section)}`,
          )
        : say('no mention gives its date', 'các lần sau cũng không ghi ngày')
      return [
        {
          severity: 'info',
          message: say(
            `${shown} is first cited without its date; ${fact.en}.`,
            `${titleInVietnamese({ ...first.citation, canonical: shown })} được dẫn lần đầu không kèm ngày ban hành; ${fact.vi}.`,
          ),
          at: { document, span: first.citation.span },
          related: later ? [{ document, span: later.citation.span }] : [],
        },
      ]
    }),
}
