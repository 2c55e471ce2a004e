const english =
  /(?<!\p{L})(?:the|this|that|is|are|of|and|or|for|with|by|at|to|from|not|no|one|two|its|here|dated|date|says|set|sets|result|target|report|due|level|unit|missing|used)(?!\p{L})/giu

/** English words, and times as machines write them, that stand in a sentence meant for Vietnamese readers. Words that both languages have are left out. */
export const englishIn = (sentence: string): string[] => [...(sentence.match(english) ?? []), ...(sentence.match(/\d{4}-(?:\d{2}|Q\d)/g) ?? [])]
