import { describe, expect, it } from 'vitest'
import { backOff } from '@/api/live'
import type { CommandKind } from '@/api/types'
import { markWord } from '@/lib/marks'
import { formatCount, formatPercent, withUnit } from '@/lib/number'
import { commandsFor, faultOf, initialValues, toParameters } from '@/lib/orderForm'
import { listOf } from '@/lib/query'
import { en } from '@/locales/en'
import { zh } from '@/locales/zh'
import { safeReturn } from '@/router'

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`)))
}
function placeholders(tree: object): Map<string, string> {
  const all = new Map<string, string>()
  for (const key of keysOf(tree)) {
    const text = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree) as string
    all.set(key, [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort().join())
  }
  return all
}

describe('the two languages', () => {
  it('say the same things', () => {
    expect(keysOf(en)).toEqual(keysOf(zh))
  })

  it('name the same values in every sentence', () => {
    expect(placeholders(en)).toEqual(placeholders(zh))
  })

  it('have no Chinese in the English and no empty text', () => {
    expect(keysOf(en).filter((key) => /[\u4e00-\u9fff]/.test(JSON.stringify(key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], en))))).toEqual([])
    expect(keysOf(zh).filter((key) => key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], zh) === '')).toEqual([])
  })
})

describe('figures', () => {
  it('keep the digits a device sent and never lack a unit', () => {
    expect(withUnit('0.50', '毫克/升')).toBe('0.50 mg/L')
    expect(withUnit('7.3', '无量纲')).toBe('7.3')
    expect(withUnit('', '毫克/升')).toBe('—')
    expect(withUnit('12', '袋')).toBe('12 袋')
  })

  it('group thousands, and say a small share as small', () => {
    expect(formatCount(1284331)).toBe('1\u00a0284\u00a0331')
    expect(formatPercent(1, 100_000)).toBe('<0.1%')
    expect(formatPercent(1, 0)).toBe('—')
  })

  it('say an unknown mark as it came', () => {
    expect(markWord('H', false)).toBe('标记 H（未知）')
    expect(markWord(null, true)).toBe('no mark sent')
    expect(markWord('T', false)).toBe('超量程')
  })
})

const SET_INTERVAL: CommandKind = {
  cn: '1062',
  name_zh: '设置实时数据间隔',
  name_en: 'Set the real-time interval',
  editions: ['2005', '2017'],
  parameters: [
    { name: 'RtdInterval', label_zh: '', label_en: '', type: 'integer', required: true, min: 30, max: 3600, default: 30 },
    { name: 'From', label_zh: '', label_en: '', type: 'time', required: false },
  ],
  legal_effect: 'write',
}

describe('an order', () => {
  it('offers what the edition of the device knows, everything where it is unknown', () => {
    expect(commandsFor([SET_INTERVAL], '2025')).toEqual([])
    expect(commandsFor([SET_INTERVAL], null)).toEqual([SET_INTERVAL])
  })

  it.each([
    ['60', null],
    ['30', null],
    ['29', { kind: 'integer', min: 30, max: 3600 }],
    ['30.5', { kind: 'integer', min: 30, max: 3600 }],
    ['abc', { kind: 'integer', min: 30, max: 3600 }],
    ['', { kind: 'required' }],
  ])('with the interval %s', (value, fault) => {
    expect(faultOf(SET_INTERVAL.parameters[0]!, value)).toEqual(fault)
  })

  it('sends digits as typed, times with their offset, and leaves out what is empty', () => {
    const values = initialValues(SET_INTERVAL)
    expect(toParameters(SET_INTERVAL, values)).toEqual({ RtdInterval: '30' })
    values.From = Date.parse('2026-11-25T10:00:00+08:00')
    expect(toParameters(SET_INTERVAL, values)).toEqual({ RtdInterval: '30', From: '2026-11-25T10:00:00+08:00' })
  })
})

describe('parameters of an order', () => {
  const parameter = { label_zh: '', label_en: '', required: true }

  it('a clock is set to the time of sending unless another is given', () => {
    const clock = { ...parameter, name: 'SystemTime', type: 'time' as const, default: 'now' }
    expect(initialValues({ ...SET_INTERVAL, parameters: [clock] })).toEqual({ SystemTime: null })
    expect(faultOf(clock, null)).toBeNull()
  })

  it('several values are a list', () => {
    const factors = { ...parameter, name: 'PolId', type: 'factor' as const, repeated: true }
    expect(toParameters({ ...SET_INTERVAL, parameters: [factors] }, { PolId: 'w01018， w21003' })).toEqual({ PolId: ['w01018', 'w21003'] })
    expect(toParameters({ ...SET_INTERVAL, parameters: [factors] }, { PolId: 'w01018' })).toEqual({ PolId: 'w01018' })
  })

  it('a decimal is no whole number and has its bounds', () => {
    const limit = { ...parameter, name: 'UpValue', type: 'decimal' as const, min: 0 }
    expect(faultOf(limit, '0.5')).toBeNull()
    expect(faultOf(limit, '-1')).toEqual({ kind: 'decimal', min: 0, max: null })
    expect(faultOf(limit, 'x')).toEqual({ kind: 'decimal', min: 0, max: null })
  })
})

describe('addresses', () => {
  it('return only to pages of our own after logging in', () => {
    expect(safeReturn('/devices/1?tab=orders')).toBe('/devices/1?tab=orders')
    expect(safeReturn('//elsewhere.example')).toBe('/map')
    expect(safeReturn('https://elsewhere.example')).toBe('/map')
    expect(safeReturn('/login?next=/login')).toBe('/map')
  })

  it('a mistyped filter opens as no filter', () => {
    expect(listOf('live,wrong,late', ['late', 'live'])).toEqual(['late', 'live'])
  })
})

describe('the live connection', () => {
  it('waits longer after each failure, never above 37.5 s, and not all pages at the same moment', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((attempt) => backOff(attempt, () => 0))).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
    expect(backOff(0, () => 0.999)).toBeGreaterThan(1200)
    expect(backOff(60, () => 0.999)).toBeLessThan(37_501)
  })
})
