import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { server } from '@/api'
import { LiveStream } from '@/api/live'
import { Problem } from '@/api/problem'
import type { Command, DeviceChange, LiveFrame, Overview } from '@/api/types'
import { useClock } from './clock'
import { useSession } from './session'

export type Connection = 'closed' | 'connecting' | 'open' | 'lost'

/** How long a hidden tab keeps its stream: browsers allow only six connections to one server over HTTP/1.1. */
const HIDDEN_LIMIT_MS = 60_000
/** A quick reconnect is nobody's business; the banner comes only after this. */
const QUIET_MS = 3_000

interface Listeners {
  device: Set<(change: DeviceChange) => void>
  frame: Set<(frame: LiveFrame) => void>
  command: Set<(command: Command) => void>
  back: Set<() => void>
}

/** The one city-wide stream of the shell: overview, device states, sampled frames, work orders. */
export const useLive = defineStore('live', () => {
  const overview = shallowRef<Overview | null>(null)
  const connection = ref<Connection>('closed')
  /** Said in the banner: lost for longer than a blink. */
  const interrupted = ref(false)
  const listeners: Listeners = { device: new Set(), frame: new Set(), command: new Set(), back: new Set() }
  const clock = useClock()
  const session = useSession()
  let quiet: number | null = null
  let hidden: number | null = null
  let wanted = false
  let paused = false

  const stream = new LiveStream(null, {
    on(event, data) {
      switch (event) {
        case 'overview':
          overview.value = data as Overview
          clock.setServerTime(overview.value.now)
          break
        case 'device':
          for (const listener of listeners.device) listener(data as DeviceChange)
          break
        case 'frame':
          for (const listener of listeners.frame) listener(data as LiveFrame)
          break
        case 'command':
          for (const listener of listeners.command) listener(data as Command)
          break
      }
    },
    opened(again) {
      connection.value = 'open'
      interrupted.value = false
      if (quiet !== null) window.clearTimeout(quiet)
      quiet = null
      if (again || paused) for (const listener of listeners.back) listener()
      paused = false
    },
    lost() {
      connection.value = 'lost'
      quiet ??= window.setTimeout(() => (interrupted.value = connection.value === 'lost'), QUIET_MS)
      void checkSession()
    },
  })

  /** A stream that was refused may mean that the session ended; the stream itself cannot tell. */
  async function checkSession() {
    try {
      await server.session()
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 401) session.lose()
    }
  }

  function start() {
    wanted = true
    if (connection.value === 'closed') connection.value = 'connecting'
    stream.open()
  }

  function retryNow() {
    stream.close()
    stream.open()
  }

  function stop() {
    wanted = false
    stream.close()
    connection.value = 'closed'
    interrupted.value = false
    overview.value = null
  }

  document.addEventListener('visibilitychange', () => {
    if (hidden !== null) window.clearTimeout(hidden)
    hidden = null
    if (!wanted) return
    if (document.hidden) {
      hidden = window.setTimeout(() => {
        paused = true
        stream.close()
        connection.value = 'closed'
      }, HIDDEN_LIMIT_MS)
    } else if (connection.value === 'closed') {
      start()
    }
  })

  return { overview, connection, interrupted, listeners, start, stop, retryNow }
})
