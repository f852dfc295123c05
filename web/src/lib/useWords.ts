import { useI18n } from 'vue-i18n'
import { useClock } from '@/stores/clock'
import { usePreferences } from '@/stores/preferences'
import { ageOf, DAY, formatClock, formatSecond, parseTime } from './time'

/** Words in the language of the person: translated texts, names in two languages, times. */
export function useWords() {
  const { t } = useI18n()
  const preferences = usePreferences()
  const clock = useClock()

  /** The name of a thing that the server names in both languages. */
  function pick(zh: string | null | undefined, en: string | null | undefined): string {
    return (preferences.english ? (en ?? zh) : (zh ?? en)) ?? ''
  }

  /** Relative under a day, absolute above; ticks. */
  function ago(iso: string | null | undefined): string {
    const ms = parseTime(iso)
    if (ms === null) return '—'
    const age = ageOf(ms, clock.now)
    switch (age.kind) {
      case 'now':
        return t('time.now')
      case 'absolute':
        return age.text
      default:
        return t(`time.${age.kind}`, { n: age.n })
    }
  }

  /** `2026-11-25 10:03:07`, `—` where there is no time. */
  function at(iso: string | null | undefined): string {
    const ms = parseTime(iso)
    return ms === null ? '—' : formatSecond(ms)
  }

  /** `10:03:07` for the last day, with the date for older. */
  function short(iso: string | null | undefined): string {
    const ms = parseTime(iso)
    if (ms === null) return '—'
    return Math.abs(clock.now - ms) < DAY ? formatClock(ms) : formatSecond(ms).slice(5)
  }

  return { t, pick, ago, at, short }
}
