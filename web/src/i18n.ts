import { createI18n } from 'vue-i18n'
import { en } from './locales/en'
import { zh } from './locales/zh'

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
})
