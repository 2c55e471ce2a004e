/** What the system's codes mean to somebody who has not met them. */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'a part of its path does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it can only be read',
  EBUSY: 'another program holds it',
  EEXIST: 'something else of that name is in the way',
  ENOTDIR: 'a part of its path is a file and no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left',
  EMFILE: 'too many files are open',
  ECONNREFUSED: 'nothing listens there',
  EADDRINUSE: 'another program uses it',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'nothing has that name',
  ERR_SOCKET_BAD_PORT: 'ports end at 65535',
}

/** Why the system refused something, as part of a sentence: in words and with its code, or by its code alone where no words are known. */
export function systemReason(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  if (code === undefined) return String(message ?? error)
  return Object.hasOwn(words, code) ? `${words[code]} (${code})` : code
}
