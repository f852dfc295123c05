import { onScopeDispose, watch } from 'vue'
import { LiveStream } from '@/api/live'
import type { Command, DeviceChange, LiveFrame } from '@/api/types'

export interface DeviceStreamHandlers {
  frame?: (frame: LiveFrame) => void
  device?: (change: DeviceChange) => void
  command?: (command: Command) => void
  /** The stream was lost and is back: fetch what was missed. */
  back?: () => void
}

/** Every frame of one device while the caller lives; follows `mn`, and rests while the tab is hidden for long. */
export function useDeviceStream(mn: () => string | null, handlers: DeviceStreamHandlers): void {
  let stream: LiveStream | null = null
  let hidden: number | null = null

  function start(of: string) {
    stream = new LiveStream(of === '' ? '-' : of, {
      on(event, data) {
        if (event === 'frame') handlers.frame?.(data as LiveFrame)
        else if (event === 'device') handlers.device?.(data as DeviceChange)
        else if (event === 'command') handlers.command?.(data as Command)
      },
      opened(again) {
        if (again) handlers.back?.()
      },
      lost() {
        // The shell's own stream says it to the person.
      },
    })
    stream.open()
  }

  function stop() {
    stream?.close()
    stream = null
  }

  function visibility() {
    if (hidden !== null) window.clearTimeout(hidden)
    hidden = null
    const of = mn()
    if (document.hidden) hidden = window.setTimeout(stop, 60_000)
    else if (!stream && of !== null) {
      start(of)
      handlers.back?.()
    }
  }

  watch(
    mn,
    (of) => {
      stop()
      if (of !== null) start(of)
    },
    { immediate: true },
  )
  document.addEventListener('visibilitychange', visibility)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', visibility)
    if (hidden !== null) window.clearTimeout(hidden)
    stop()
  })
}
