/**
 * What opens an entry of a list, as a pattern: signs that are typed, those that Word offers, and, with a blank behind them, the private characters that its symbol fonts leave
 * behind (U+F0B7 is the round one of Wingdings).
 */
export const bulletMark = String.raw`(?:[-+•●▪○◦✓✔➢➤►▶❖◆■□→‣⁃*·]|[\uf021-\uf0ff](?=\s))`
