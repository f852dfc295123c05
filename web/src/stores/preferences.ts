import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import { i18n } from '@/i18n'

export type ThemeChoice = 'auto' | 'light' | 'dark'
export type LocaleChoice = 'zh' | 'en'

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still shows the pages.
  }
}

export const usePreferences = defineStore('preferences', () => {
  const stored = read('jianhu.theme')
  const theme = ref<ThemeChoice>(stored === 'light' || stored === 'dark' ? stored : 'auto')
  const locale = ref<LocaleChoice>(read('jianhu.locale') === 'en' ? 'en' : 'zh')

  const media = window.matchMedia('(prefers-color-scheme: dark)')
  const systemDark = ref(media.matches)
  media.addEventListener('change', (event) => (systemDark.value = event.matches))

  const dark = computed(() => theme.value === 'dark' || (theme.value === 'auto' && systemDark.value))
  const english = computed(() => locale.value === 'en')

  watchEffect(() => {
    document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'
    write('jianhu.theme', theme.value)
  })
  watchEffect(() => {
    document.documentElement.lang = english.value ? 'en' : 'zh-CN'
    i18n.global.locale.value = locale.value
    write('jianhu.locale', locale.value)
  })

  function switchLocale() {
    locale.value = english.value ? 'zh' : 'en'
  }

  return { theme, locale, dark, english, switchLocale }
})
