/** One statement in both languages of the program: English for scripts and logs, Vietnamese for the people whose documents these are. */
export interface Bilingual {
  readonly en: string
  readonly vi: string
}

/** A statement made of the same facts in both languages. */
export const say = (en: string, vi: string): Bilingual => ({ en, vi })
