/** Data marks of HJ 212-2017 table 8, and those that older loggers send. */

export interface MarkName {
  zh: string
  en: string
  tone: 'good' | 'info' | 'minor' | 'major'
}

const MARKS: ReadonlyMap<string, MarkName> = new Map([
  ['N', { zh: '正常', en: 'normal', tone: 'good' }],
  ['F', { zh: '排放源停运', en: 'source stopped', tone: 'info' }],
  ['P', { zh: '停电', en: 'power failure', tone: 'major' }],
  ['M', { zh: '仪器维护', en: 'maintenance', tone: 'info' }],
  ['S', { zh: '手工设定值', en: 'value set by hand', tone: 'minor' }],
  ['D', { zh: '仪器故障', en: 'instrument fault', tone: 'major' }],
  ['C', { zh: '校准', en: 'calibrating', tone: 'info' }],
  ['T', { zh: '超量程', en: 'over range', tone: 'major' }],
  ['B', { zh: '仪器通信故障', en: 'no contact with instrument', tone: 'major' }],
])

export function isNormal(mark: string | null | undefined): boolean {
  return !mark || mark === 'N'
}

export function findMark(mark: string | null | undefined): MarkName | null {
  return mark ? (MARKS.get(mark) ?? null) : null
}

/** The mark in words; an unknown mark is said as it came. */
export function markWord(mark: string | null | undefined, english: boolean): string {
  if (!mark) return english ? 'no mark sent' : '未带标记'
  const known = MARKS.get(mark)
  if (!known) return english ? `mark ${mark} (unknown)` : `标记 ${mark}（未知）`
  return english ? known.en : known.zh
}
