/** Reads a number printed the Vietnamese way: points between thousands, a comma before decimals. */
export const readNumber = (printed: string): number => Number(printed.replace(/\./g, '').replace(',', '.'))

/** How many decimals are printed. */
export const decimalsOf = (printed: string): number => printed.split(',')[1]?.length ?? 0

/** Prints a number the Vietnamese way. */
export const printNumber = (value: number, decimals: number): string => value.toFixed(decimals).replace('.', ',')

/** Rounds half up on the decimal value, past the binary error of the product. */
export const roundTo = (value: number, decimals: number): number => Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals
