import { defineStore } from 'pinia'
import { ref } from 'vue'
import { server } from '@/api'
import type { Meta } from '@/api/types'
import { useClock } from './clock'

/** Version and ports of the platform. */
export const useMeta = defineStore('meta', () => {
  const meta = ref<Meta | null>(null)

  async function load() {
    if (meta.value) return
    try {
      meta.value = await server.meta()
      useClock().setServerTime(meta.value.now)
    } catch {
      // Decoration only: the pages work without it.
    }
  }

  return { meta, load }
})
