/** Beginnings and ends of names that programs give to files they are still writing, or that they lock. */
const TEMPORARY = /^(?:~\$|\.~lock\.)|\.(?:part|partial|crdownload|download|tmp|temp|swp)$|~$/i

/** Why a file is left out by its name alone, or null: hidden files, and those that Word, browsers and editors hold while they work. */
export function whyLeftOut(name: string): string | null {
  if (TEMPORARY.test(name)) return 'Its name is that of a temporary file.'
  return name.startsWith('.') ? 'Its name begins with a dot: it is hidden.' : null
}
