/** What a table says of a word that came from outside. Words that every object knows ("constructor", "__proto__") are in a table only when it was given them. */
export const entryOf = <V>(table: Readonly<Record<string, V>>, word: string): V | undefined => (Object.hasOwn(table, word) ? table[word] : undefined)
