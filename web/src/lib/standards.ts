import type { Confidence } from '@/api/standards'
import type { Look } from './states'

export const CONFIDENCES: readonly Confidence[] = ['two-sources', 'one-source', 'computed', 'from-memory', 'contradicted']

export const CONFIDENCE_LOOK: Readonly<Record<Confidence, Look>> = {
  'two-sources': { tone: 'good', shape: '✓' },
  'one-source': { tone: 'info', shape: '■' },
  computed: { tone: 'info', shape: '■' },
  'from-memory': { tone: 'major', shape: '▲' },
  contradicted: { tone: 'critical', shape: '◆' },
}

export function editionLink(id: string): object {
  return { path: '/standards/edition', query: { id } }
}

export function ruleLink(id: string): object {
  return { path: '/standards/rule', query: { id } }
}

/** `2026-11-25`: the day it is in China. */
export function dayInChina(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Where a day lies against a validity. */
export function phaseOf(from: string, to: string | null, day: string): 'future' | 'holdsNow' | 'ended' {
  if (day < from) return 'future'
  return to !== null && day > to ? 'ended' : 'holdsNow'
}
