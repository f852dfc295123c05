import { describe, expect, it } from 'vitest'
import { findGaps, fromRealtime, isPreset, markBands, shifted, usualStep, widened } from '@/lib/series'

const at = (...times: number[]) => times.map((time) => ({ time }))
const marked = (...points: [number, string | null][]) => points.map(([time, mark]) => ({ time, mark }))

describe('gaps', () => {
  it('are stretches longer than two and a half usual steps', () => {
    expect(findGaps(at(0, 30, 60, 90, 300, 330), { from: 0, to: 330 })).toEqual([{ from: 90, to: 300 }])
  })

  it('are none where one report is late', () => {
    expect(findGaps(at(0, 30, 60, 120, 150), { from: 0, to: 150 })).toEqual([])
  })

  it('count at both ends of the range', () => {
    expect(findGaps(at(500, 530, 560), { from: 0, to: 900 })).toEqual([
      { from: 0, to: 500 },
      { from: 560, to: 900 },
    ])
  })

  it('fill the whole range where nothing came', () => {
    expect(findGaps([], { from: 0, to: 900 })).toEqual([{ from: 0, to: 900 }])
  })

  it('cannot be told from two points', () => {
    expect(findGaps(at(0, 900), { from: 0, to: 900 })).toEqual([])
    expect(usualStep(at(0, 900))).toBeNull()
  })

  it('a long silence does not stretch the usual step', () => {
    expect(usualStep(at(0, 30, 60, 100_000, 100_030))).toBe(30)
  })
})

describe('bands of marks', () => {
  it('join neighbours with the same mark and leave the normal ones bare', () => {
    expect(markBands(marked([0, 'N'], [10, 'C'], [20, 'C'], [30, 'N'], [40, 'D']))).toEqual([
      { from: 5, to: 25, mark: 'C' },
      { from: 35, to: 45, mark: 'D' },
    ])
  })

  it('do not reach across a gap', () => {
    expect(markBands(marked([0, 'D'], [10, 'D'], [20, 'D'], [500, 'D']))).toHaveLength(2)
  })

  it('a point without a mark is no unusual point', () => {
    expect(markBands(marked([0, null], [10, null], [20, null]))).toEqual([])
  })
})

describe('points of a chart', () => {
  it('an empty or unreadable value is missing, not zero', () => {
    const [empty, dashes] = fromRealtime([
      { time: '2026-11-25T10:00:00+08:00', value: '', number: null, zs: null, mark: 'D', frame_id: 'a' },
      { time: '2026-11-25T10:00:30+08:00', value: '--', number: null, zs: null, mark: 'B', frame_id: 'b' },
    ])
    expect(empty?.value).toBeNull()
    expect(dashes?.value).toBeNull()
    expect(dashes?.text).toBe('--')
  })
})

describe('moving through time', () => {
  it('never goes past now', () => {
    expect(shifted({ from: 0, to: 100 }, 1, 120)).toEqual({ from: 20, to: 120 })
    expect(shifted({ from: 0, to: 100 }, -1, 120)).toEqual({ from: -50, to: 50 })
    expect(widened({ from: 0, to: 100 }, 100)).toEqual({ from: -100, to: 100 })
    expect(widened({ from: 0, to: 100 }, 1000)).toEqual({ from: -50, to: 150 })
  })

  it('knows its presets', () => {
    expect(isPreset('24h')).toBe(true)
    expect(isPreset('toString')).toBe(false)
  })
})
