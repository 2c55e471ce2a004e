const quarters = ['I', 'II', 'III', 'IV']

/** A time as Vietnamese readers write it: 2021-10-22 → 22/10/2021; 2021-10 → 10/2021; 2023-Q4 → quý IV/2023; 2021/2025 → 2021–2025. */
export function vietnameseTime(time: string): string {
  return time
    .split('/')
    .map(part => {
      const quarter = /^(\d{4})-Q([1-4])$/.exec(part)
      if (quarter) return `quý ${quarters[Number(quarter[2]) - 1]}/${quarter[1]}`
      return /^\d{4}-\d{2}(?:-\d{2})?$/.test(part) ? part.split('-').reverse().join('/') : part
    })
    .join('–')
}
