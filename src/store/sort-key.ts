/** What stands for the code of a document of no province where listings are ordered: behind all codes. */
export const noProvinceCode = '~~'

/** Code of the province, day and id in fixed widths: sorts as listings do, documents of no province last and without a date first. */
export const sortKey = (provinceCode: string | null, date: string | null, id: string): string =>
  `${provinceCode ?? noProvinceCode}${date?.replaceAll('-', '') ?? ' '.repeat(8)}${id}`
