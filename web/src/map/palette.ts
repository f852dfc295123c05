import type { Tone } from '@/lib/states'

/** The tokens a canvas needs; a canvas cannot read CSS variables by itself. */
export interface Palette {
  ground: string
  surface: string
  ink: string
  ink2: string
  ink3: string
  line: string
  border: string
  lake: string
  water: string
  focus: string
  tone: Readonly<Record<Tone, string>>
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const get = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ground: get('ground'),
    surface: get('surface'),
    ink: get('ink'),
    ink2: get('ink-2'),
    ink3: get('ink-3'),
    line: get('line'),
    border: get('border'),
    lake: get('lake'),
    water: get('water'),
    focus: get('focus'),
    tone: {
      critical: get('critical'),
      major: get('major'),
      minor: get('minor'),
      info: get('info'),
      good: get('good'),
      none: get('ink-3'),
    },
  }
}
