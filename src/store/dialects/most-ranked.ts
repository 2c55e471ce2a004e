/** Ranking looks at each passage that fits: of words that stand nearly everywhere so many are ranked. */
export const mostRanked = 250
