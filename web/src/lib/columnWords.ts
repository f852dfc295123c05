/** Words for the columns of the rule files and the keys of results; what is not here is shown as it is written. */
const WORDS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['factor', ['因子', 'Factor']],
  ['unit', ['单位', 'Unit']],
])

export function columnTitle(column: string, english: boolean): string {
  const words = WORDS.get(column)
  return words ? words[english ? 1 : 0] : column
}
