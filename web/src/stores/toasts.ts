import { defineStore } from 'pinia'
import { ref } from 'vue'

const SHOWN_MS = 5_000

export interface Toast {
  id: number
  text: string
  tone: 'good' | 'critical'
}

/** Short messages after an act; they also go to screen readers. */
export const useToasts = defineStore('toasts', () => {
  const items = ref<Toast[]>([])
  let last = 0

  function drop(id: number) {
    items.value = items.value.filter((toast) => toast.id !== id)
  }

  function say(text: string, tone: Toast['tone'] = 'good') {
    const id = ++last
    items.value = [...items.value, { id, text, tone }]
    window.setTimeout(() => drop(id), SHOWN_MS)
  }

  return { items, say, drop }
})
