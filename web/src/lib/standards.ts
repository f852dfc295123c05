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

/** `2026-03-01` of what a person wrote as a day (2026-3-1, 2026/03/01, 20260301); empty where it is none. */
export function civilDay(text: string): string {
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.trim())
  if (!parts) return ''
  const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : ''
}

/** The digits of an exact value without zeros that say nothing. */
export function withoutEndZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}
