/** The name of a file without the folders it stands in: what people call a document that bears no number. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) || path
