import { describe, expect, it } from 'vitest'
import type { FrameFinding } from '@/api/types'
import { fromHex, headerOf, runsOf, textOf } from '@/lib/bytes'

function finding(at: number | null): FrameFinding {
  return { code: 'X', gravity: 'rejects', at, expected: null, actual: null, title_zh: '', title_en: '', remedy_zh: '', remedy_en: '' }
}

describe('runs of bytes', () => {
  it('cover every byte once, holes and overlaps of the list included', () => {
    const runs = runsOf(
      [
        { from: 0, to: 2, kind: 'head' },
        { from: 4, to: 8, kind: 'key', field: 'QN' },
        { from: 6, to: 10, kind: 'value', field: 'QN' },
      ],
      [],
      12,
    )
    expect(runs.map((run) => [run.from, run.to, run.kind])).toEqual([
      [0, 2, 'head'],
      [2, 4, 'junk'],
      [4, 8, 'key'],
      [8, 10, 'value'],
      [10, 12, 'junk'],
    ])
  })

  it('are cut where a finding points, and numbered in its order', () => {
    const runs = runsOf([{ from: 0, to: 10, kind: 'value', item: 3 }], [finding(4), finding(null), finding(4)], 10)
    expect(runs.map((run) => [run.from, run.to, run.item, run.findings])).toEqual([
      [0, 4, 3, []],
      [4, 10, 3, [1, 3]],
    ])
  })

  it('show a finding about something missing at the last byte', () => {
    const runs = runsOf([{ from: 0, to: 4, kind: 'crc' }], [finding(4)], 4)
    expect(runs[runs.length - 1]).toMatchObject({ from: 3, findings: [1] })
  })
})

describe('bytes as text', () => {
  it('writes control characters out and unreadable bytes as dots', () => {
    expect(textOf(fromHex('23230D0A7FFF'), 'ascii')).toBe('##\\r\\n··')
  })

  it('reads Chinese as UTF-8 and as GBK', () => {
    expect(textOf(fromHex('e6b885e6b497'), 'utf-8')).toBe('清洗')
    expect(textOf(fromHex('C7E5CFB4'), 'gbk')).toBe('清洗')
  })
})

describe('the header of a frame', () => {
  it('is what stands before the data area, an empty value included', () => {
    const text = 'ST=32;MN=;CP=&&A=1&&'
    const bytes = new TextEncoder().encode(text)
    const header = headerOf(
      [
        { from: 0, to: 2, kind: 'key', field: 'ST' },
        { from: 2, to: 3, kind: 'separator' },
        { from: 3, to: 5, kind: 'value', field: 'ST' },
        { from: 5, to: 6, kind: 'separator' },
        { from: 6, to: 8, kind: 'key', field: 'MN' },
        { from: 8, to: 10, kind: 'separator' },
        { from: 10, to: 12, kind: 'key', field: 'CP' },
        { from: 12, to: 13, kind: 'separator' },
        { from: 13, to: 15, kind: 'cp-mark' },
        { from: 15, to: 16, kind: 'key', field: 'A' },
      ],
      bytes,
      'ascii',
    )
    expect(header).toEqual([
      { key: 'ST', value: '32' },
      { key: 'MN', value: '' },
    ])
  })
})
