import { PipelineError } from '../../model/errors.js'

/** The parts of a document that mammoth reads, by their names. */
export type Parts = ReadonlyMap<string, string>

/** mammoth takes an opened package as `file`, which its types do not say. */
const asInput = (parts: Parts): { buffer: Buffer } => {
  const file = {
    exists: (name: string): boolean => parts.has(name),
    read: async (name: string): Promise<string> => parts.get(name) ?? '',
    write: (): void => {},
  }
  return { file } as unknown as { buffer: Buffer }
}

/** What styles change in print is written out before, so that no style is looked up: reading mammoth's own map of them takes it as long as some pages. */
const OPTIONS = { ignoreEmptyParagraphs: false, includeEmbeddedStyleMap: false, includeDefaultStyleMap: false }

async function convert(parts: Parts, styleMap: readonly string[]): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(asInput(parts), {
    ...OPTIONS,
    styleMap: [...styleMap],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  })
  return value
}

/** Turns parts into HTML with mammoth. Throws `E_READ_DAMAGED` for what mammoth cannot read. */
export async function runMammoth(parts: Parts, styleMap: readonly string[], file: string): Promise<string> {
  try {
    return await convert(parts, styleMap)
  } catch (error) {
    const reason = String((error as Error).message).split('\n')[0]
    throw new PipelineError('E_READ_DAMAGED', { file, reason: `it is no Word document that can be read (${reason})` }, { cause: error })
  }
}
