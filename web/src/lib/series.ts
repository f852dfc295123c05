import type { ObservationPoint, RealtimePoint } from '@/api/types'
import { isNormal } from './marks'
import { DAY, HOUR, parseTime } from './time'

/** One point of a chart or a row of its table, whatever kind of data it came from. */
export interface PlotPoint {
  time: number
  value: number | null
  text: string | null
  min: number | null
  max: number | null
  minText: string | null
  maxText: string | null
  total: string | null
  converted: string | null
  mark: string | null
  revision: number
  revisions: number
  knownAt: string | null
  frameId: string
}

export interface Span {
  from: number
  to: number
}

export interface MarkBand extends Span {
  mark: string
}

function numeric(text: string | number | null | undefined): number | null {
  if (text === null || text === undefined || text === '') return null
  const n = Number(text)
  return Number.isFinite(n) ? n : null
}

export function fromRealtime(points: readonly RealtimePoint[]): PlotPoint[] {
  return points.flatMap((point) => {
    const time = parseTime(point.time)
    if (time === null) return []
    return {
      time,
      value: point.number ?? numeric(point.value),
      text: point.value || null,
      min: null,
      max: null,
      minText: null,
      maxText: null,
      total: null,
      converted: point.zs === null || point.zs === undefined ? null : String(point.zs),
      mark: point.mark,
      revision: 1,
      revisions: 1,
      knownAt: null,
      frameId: point.frame_id,
    }
  })
}

export function fromObservations(points: readonly ObservationPoint[]): PlotPoint[] {
  return points.flatMap((point) => {
    const time = parseTime(point.time)
    if (time === null) return []
    return {
      time,
      value: numeric(point.avg),
      text: point.avg,
      min: numeric(point.min),
      max: numeric(point.max),
      minText: point.min,
      maxText: point.max,
      total: point.total,
      converted: point.zs_avg,
      mark: point.mark,
      revision: point.revision,
      revisions: point.revisions,
      knownAt: point.known_at,
      frameId: point.frame_id,
    }
  })
}

/** The usual distance of two neighbours: the median, so that a long silence does not stretch it. Null below three points. */
export function usualStep(points: readonly { time: number }[]): number | null {
  if (points.length < 3) return null
  const steps = points
    .slice(1)
    .map((point, i) => point.time - (points[i]?.time ?? point.time))
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? null
}

/** Stretches without data: longer than two and a half usual steps, at the ends too. Never drawn as a line, never as zero. */
export function findGaps(points: readonly { time: number }[], range: Span): Span[] {
  const step = usualStep(points)
  const first = points[0]
  const last = points[points.length - 1]
  if (!first || !last) return range.to > range.from ? [{ ...range }] : []
  if (step === null) return []
  const limit = step * 2.5
  const gaps: Span[] = []
  if (first.time - range.from > limit) gaps.push({ from: range.from, to: first.time })
  points.forEach((point, i) => {
    const next = points[i + 1]
    if (next && next.time - point.time > limit) gaps.push({ from: point.time, to: next.time })
  })
  if (range.to - last.time > limit) gaps.push({ from: last.time, to: range.to })
  return gaps
}

/** Neighbouring points with the same unusual mark, as bands; a band reaches half a step to both sides. */
export function markBands(points: readonly { time: number; mark: string | null }[]): MarkBand[] {
  const half = (usualStep(points) ?? 0) / 2
  const bands: MarkBand[] = []
  let open: MarkBand | null = null
  for (const point of points) {
    if (isNormal(point.mark) || !point.mark) {
      open = null
    } else if (open && open.mark === point.mark && point.time - open.to <= half * 5) {
      open.to = point.time + half
    } else {
      open = { from: point.time - half, to: point.time + half, mark: point.mark }
      bands.push(open)
    }
  }
  return bands
}

export const PRESETS = { '1h': HOUR, '6h': 6 * HOUR, '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY } as const
export type Preset = keyof typeof PRESETS

export function isPreset(text: string): text is Preset {
  return Object.hasOwn(PRESETS, text)
}

/** The same range moved by half its length (`-1` earlier, `1` later), never past `now`. */
export function shifted(range: Span, direction: -1 | 1, now: number): Span {
  const half = (range.to - range.from) / 2
  const move = direction === 1 ? Math.min(half, Math.max(0, now - range.to)) : -half
  return { from: range.from + move, to: range.to + move }
}

/** Twice as long around the same middle, never past `now`. */
export function widened(range: Span, now: number): Span {
  const half = (range.to - range.from) / 2
  const to = Math.min(range.to + half, Math.max(now, range.to))
  return { from: to - half * 4, to }
}
