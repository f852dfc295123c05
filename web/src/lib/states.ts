import type { CommandState, DeviceState, Gravity, Medium, Verdict } from '@/api/types'

/** Level of concern: the colour token, always together with a shape. */
export type Tone = 'critical' | 'major' | 'minor' | 'info' | 'good' | 'none'

export interface Look {
  tone: Tone
  shape: string
}

export const DEVICE_STATES: readonly DeviceState[] = ['faulty', 'offline', 'late', 'live', 'never']
export const MEDIA: readonly Medium[] = ['waste-water', 'flue-gas', 'surface-water', 'air', 'noise', 'other']

export const STATE_LOOK: Readonly<Record<DeviceState, Look>> = {
  faulty: { tone: 'critical', shape: '◆' },
  offline: { tone: 'major', shape: '▲' },
  late: { tone: 'minor', shape: '●' },
  live: { tone: 'good', shape: '✓' },
  never: { tone: 'none', shape: '○' },
}

export const GRAVITY_LOOK: Readonly<Record<Gravity, Look>> = {
  rejects: { tone: 'critical', shape: '◆' },
  warning: { tone: 'major', shape: '▲' },
  note: { tone: 'info', shape: '■' },
}

export const VERDICT_LOOK: Readonly<Record<Verdict, Look>> = {
  accepted: { tone: 'good', shape: '✓' },
  'accepted-with-findings': { tone: 'major', shape: '▲' },
  rejected: { tone: 'critical', shape: '◆' },
  junk: { tone: 'critical', shape: '◆' },
}

export const COMMAND_LOOK: Readonly<Record<CommandState, Look>> = {
  queued: { tone: 'none', shape: '○' },
  sent: { tone: 'info', shape: '■' },
  accepted: { tone: 'info', shape: '■' },
  done: { tone: 'good', shape: '✓' },
  refused: { tone: 'major', shape: '▲' },
  failed: { tone: 'critical', shape: '◆' },
  'timed-out': { tone: 'major', shape: '▲' },
  cancelled: { tone: 'none', shape: '○' },
}

/** What needs a person sorts first. */
export function stateRank(state: DeviceState): number {
  return DEVICE_STATES.indexOf(state)
}

const FINAL: ReadonlySet<CommandState> = new Set(['done', 'refused', 'failed', 'timed-out', 'cancelled'])

export function isOpen(state: CommandState): boolean {
  return !FINAL.has(state)
}
