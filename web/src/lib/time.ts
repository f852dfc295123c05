/** Times on screen are always civil time at +08:00, 24 hours, wherever the browser is. */

const OFFSET_MS = 8 * 3_600_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Milliseconds since the epoch, or null where there is no time or it cannot be read. */
export function parseTime(iso: string | null | undefined): number | null {
  if (!iso) return null
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? null : ms
}

const two = (n: number) => String(n).padStart(2, '0')

export interface Civil {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

export function civil(ms: number): Civil {
  const d = new Date(ms + OFFSET_MS)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
  }
}

/** `2026-11-25`. */
export function formatDate(ms: number): string {
  const c = civil(ms)
  return `${c.year}-${two(c.month)}-${two(c.day)}`
}

/** `10:03:07`. */
export function formatClock(ms: number): string {
  const c = civil(ms)
  return `${two(c.hour)}:${two(c.minute)}:${two(c.second)}`
}

/** `2026-11-25 10:03:07`. */
export function formatSecond(ms: number): string {
  return `${formatDate(ms)} ${formatClock(ms)}`
}

/** `2026-11-25 10:03`. */
export function formatMinute(ms: number): string {
  return formatSecond(ms).slice(0, 16)
}

/** `2026-11-25 10:03:07.120`: receive times of frames carry milliseconds. */
export function formatMillis(ms: number): string {
  const rest = ((ms % 1000) + 1000) % 1000
  return `${formatSecond(ms)}.${String(rest).padStart(3, '0')}`
}

/** ISO 8601 with the offset of the place, as the server writes it. */
export function formatIso(ms: number): string {
  return `${formatDate(ms)}T${formatClock(ms)}+08:00`
}

/**
 * Reads what a person types: `2026-11-25 10:03`, `2026-11-25 10:03:07`, `2026-11-25`, also with `/` or `T`.
 * Null where it is no such time (`2026-02-30` is none).
 */
export function parseTyped(text: string): number | null {
  const m = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*$/.exec(text)
  if (!m) return null
  const [year, month, day, hour, minute, second] = m.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const ms = Date.UTC(year, month - 1, day, hour, minute, second) - OFFSET_MS
  const back = civil(ms)
  const same =
    back.year === year && back.month === month && back.day === day && back.hour === hour && back.minute === minute && back.second === second
  return same ? ms : null
}

export type Age =
  | { kind: 'now' }
  | { kind: 'seconds' | 'minutes' | 'hours'; n: number }
  | { kind: 'ahead'; n: number }
  | { kind: 'absolute'; text: string }

/** Relative under a day, absolute above. A clock more than five seconds ahead is said, not hidden. */
export function ageOf(ms: number, now: number): Age {
  const past = now - ms
  if (past < -5_000) {
    return -past < DAY ? { kind: 'ahead', n: Math.round(-past / 1000) } : { kind: 'absolute', text: formatMinute(ms) }
  }
  if (past < 1_000) return { kind: 'now' }
  if (past < MINUTE) return { kind: 'seconds', n: Math.floor(past / 1000) }
  if (past < HOUR) return { kind: 'minutes', n: Math.floor(past / MINUTE) }
  if (past < DAY) return { kind: 'hours', n: Math.floor(past / HOUR) }
  return { kind: 'absolute', text: formatMinute(ms) }
}
