import { url } from './client'

export type LiveEvent = 'device' | 'frame' | 'overview' | 'command'

export interface LiveHandlers {
  on: (event: LiveEvent, data: unknown) => void
  /** The stream is open; `again` where it had been open before, so that views may fetch what they missed. */
  opened: (again: boolean) => void
  /** The stream is lost; the next try comes in `retryMs`. */
  lost: (retryMs: number) => void
}

const EVENTS: readonly LiveEvent[] = ['device', 'frame', 'overview', 'command']

/** Wait before try number `attempt` (from 0): 1, 2, 4 … 30 s, spread by up to a quarter so that many pages do not come back at once. */
export function backOff(attempt: number, random: () => number): number {
  const base = Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5))
  return Math.round(base * (1 + random() / 4))
}

/**
 * One stream of server-sent events, kept open: open -> (lost -> wait -> open)* -> close.
 *
 * The browser's own reconnecting gives up on an HTTP error, so this class closes and opens the stream itself.
 */
export class LiveStream {
  private source: EventSource | null = null
  private timer: number | null = null
  private attempt = 0
  private everOpen = false

  constructor(
    private readonly mn: string | null,
    private readonly handlers: LiveHandlers,
  ) {}

  open(): void {
    if (this.source || this.timer !== null) return
    const source = new EventSource(url('/live', { mn: this.mn }))
    this.source = source
    source.onopen = () => {
      this.attempt = 0
      this.handlers.opened(this.everOpen)
      this.everOpen = true
    }
    source.onerror = () => this.retry()
    for (const event of EVENTS) {
      source.addEventListener(event, (message) => {
        this.handlers.on(event, JSON.parse((message as MessageEvent<string>).data))
      })
    }
  }

  close(): void {
    if (this.timer !== null) window.clearTimeout(this.timer)
    this.timer = null
    this.source?.close()
    this.source = null
  }

  private retry(): void {
    this.source?.close()
    this.source = null
    const wait = backOff(this.attempt++, Math.random)
    this.handlers.lost(wait)
    this.timer = window.setTimeout(() => {
      this.timer = null
      this.open()
    }, wait)
  }
}
