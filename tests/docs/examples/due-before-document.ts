import type { DocumentCheck } from '../../../src/audit/check.js'
import { say } from '../../../src/model/bilingual.js'
import { vietnameseTime } from '../../../src/model/vietnamese-time.js'

/** The end of a deadline compares as text with a day: "2021" ends before "2022-02-16". */
const endOf = (deadline: string): string => deadline.split('/').at(-1) as string

/** A target that was due before the document that sets it. */
export const dueBeforeDocument: DocumentCheck = {
  id: 'target.due-before-document',
  name: say('Due before its document', 'Hạn trước ngày văn bản'),
  about: 'A target was due before the day of the document that sets it.',
  scope: 'document',
  inspect: document => {
    const { date } = document.extraction.document
    if (date === null) return []
    return document.extraction.targets.flatMap(({ role, deadline, quote, span }) => {
      if (role !== 'target' || deadline === null || endOf(deadline) >= date.slice(0, endOf(deadline).length)) return []
      return [
        {
          severity: 'info' as const,
          message: say(
            `"${quote}" is due in ${deadline}; the document is of ${date}.`,
            `“${quote}” có hạn ${vietnameseTime(deadline)}; văn bản ban hành ngày ${vietnameseTime(date)}.`,
          ),
          at: { document, span },
        },
      ]
    })
  },
}
