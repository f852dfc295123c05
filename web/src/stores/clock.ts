import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The server's clock, ticking once a second: ages stay right where the computer's own clock is wrong. */
export const useClock = defineStore('clock', () => {
  const offset = ref(0)
  const now = ref(Date.now())

  function tick() {
    now.value = Date.now() + offset.value
  }

  function setServerTime(iso: string) {
    const server = Date.parse(iso)
    if (Number.isNaN(server)) return
    const drift = server - Date.now()
    // Less than a second and a half is the way of the message, not a wrong clock.
    offset.value = Math.abs(drift) < 1_500 ? 0 : drift
    tick()
  }

  window.setInterval(tick, 1_000)
  return { now, setServerTime }
})
