import { describe, expect, it } from 'vitest'
import { ageOf, formatIso, formatMillis, formatSecond, parseTime, parseTyped } from '@/lib/time'

const TEN = Date.parse('2026-11-25T10:00:00+08:00')

describe('times are civil times at +08:00 wherever the browser is', () => {
  it('writes what the server writes', () => {
    expect(formatIso(TEN)).toBe('2026-11-25T10:00:00+08:00')
    expect(formatIso(Date.parse('2026-11-24T16:30:00Z'))).toBe('2026-11-25T00:30:00+08:00')
  })

  it('shows 24 hours, with milliseconds where a frame was received', () => {
    expect(formatSecond(TEN + 12 * 3_600_000)).toBe('2026-11-25 22:00:00')
    expect(formatMillis(TEN + 7)).toBe('2026-11-25 10:00:00.007')
  })

  it('has no time where there is none', () => {
    expect(parseTime(null)).toBeNull()
    expect(parseTime('')).toBeNull()
    expect(parseTime('20261125')).toBeNull()
  })
})

describe('ages are relative under a day and absolute above', () => {
  it.each([
    [0, { kind: 'now' }],
    [12_000, { kind: 'seconds', n: 12 }],
    [59_999, { kind: 'seconds', n: 59 }],
    [60_000, { kind: 'minutes', n: 1 }],
    [3_599_999, { kind: 'minutes', n: 59 }],
    [86_399_999, { kind: 'hours', n: 23 }],
    [86_400_000, { kind: 'absolute', text: '2026-11-25 10:00' }],
  ])('after %i ms', (past, age) => {
    expect(ageOf(TEN, TEN + past)).toEqual(age)
  })

  it('says a clock that runs ahead instead of hiding it', () => {
    expect(ageOf(TEN, TEN - 42_000)).toEqual({ kind: 'ahead', n: 42 })
    expect(ageOf(TEN, TEN - 3_000)).toEqual({ kind: 'now' })
  })
})

describe('typed times', () => {
  it.each([
    ['2026-11-25 10:00', TEN],
    ['2026/11/25 10:00:00', TEN],
    ['2026-11-25T10:00', TEN],
    ['2026-11-25', TEN - 10 * 3_600_000],
    ['2026-02-30 10:00', null],
    ['2026-11-25 24:01', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (text, ms) => {
    expect(parseTyped(text)).toBe(ms)
  })
})
