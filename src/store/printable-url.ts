/** Whether a database is named by a URL; a drive letter (`C:\plans.sqlite`) makes none. */
export const isUrl = (database: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(database)

/** Whether a database is one of PostgreSQL. */
export const isPostgresUrl = (database: string): boolean => /^postgres(ql)?:\/\//i.test(database)

/** Whether a URL holds a sign that it must not as it stands: a `/` or `@` in a password would make its rest a host. */
export const isBrokenUrl = (database: string): boolean => !URL.canParse(database) || new URL(database).pathname.includes('@')

/** A database as it may be printed: of a URL everything but the password. */
export const printableUrl = (database: string): string =>
  isUrl(database) ? database.replace(/^([a-z0-9+.-]+:\/\/[^:@/?#]*):.*@/is, '$1@').replace(/([?&]password=)[^&]*/gi, '$1…') : database
