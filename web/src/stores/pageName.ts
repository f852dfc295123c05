import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The name of what the page shows, for the window title: a device's name, a frame's number. */
export const usePageName = defineStore('pageName', () => {
  const name = ref('')
  return { name }
})
