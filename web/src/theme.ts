import type { GlobalThemeOverrides } from 'naive-ui'

/** Naive UI wears the same tokens as our own styles. It computes shades from colours, so it needs the values, not the variables. */
interface Tokens {
  ground: string
  surface: string
  ink: string
  ink2: string
  ink3: string
  line: string
  lake: string
  field: string
  onLake: string
  critical: string
  major: string
  info: string
  good: string
}

const LIGHT: Tokens = {
  ground: '#FAFAF7',
  surface: '#FFFFFF',
  ink: '#17232B',
  ink2: '#4A5A64',
  ink3: '#5F6E77',
  line: '#DDE3E6',
  lake: '#0E6F7C',
  field: '#8D989F',
  onLake: '#FFFFFF',
  critical: '#B3261E',
  major: '#A24A08',
  info: '#2A5DB0',
  good: '#2B7548',
}

const DARK: Tokens = {
  ground: '#0E161B',
  surface: '#152027',
  ink: '#E8EEF0',
  ink2: '#A9B7BE',
  ink3: '#8496A0',
  line: '#2A3942',
  lake: '#5CC2CF',
  field: '#62737D',
  onLake: '#0E161B',
  critical: '#FF8A80',
  major: '#FFB27A',
  info: '#9DBFF2',
  good: '#7FD1A0',
}

export function tokensOf(dark: boolean): Tokens {
  return dark ? DARK : LIGHT
}

export function overridesOf(dark: boolean): GlobalThemeOverrides {
  const t = tokensOf(dark)
  return {
    common: {
      primaryColor: t.lake,
      primaryColorHover: t.lake,
      primaryColorPressed: t.lake,
      primaryColorSuppl: t.lake,
      errorColor: t.critical,
      errorColorHover: t.critical,
      warningColor: t.major,
      infoColor: t.info,
      successColor: t.good,
      textColorBase: t.ink,
      textColor1: t.ink,
      textColor2: t.ink,
      textColor3: t.ink3,
      placeholderColor: t.ink3,
      iconColor: t.ink2,
      bodyColor: t.ground,
      cardColor: t.surface,
      modalColor: t.surface,
      popoverColor: t.surface,
      tableColor: t.surface,
      borderColor: t.line,
      dividerColor: t.line,
      borderRadius: '6px',
      fontFamily: 'inherit',
      fontFamilyMono: 'var(--mono)',
      fontSize: '14px',
      boxShadow1: 'var(--float)',
      boxShadow2: 'var(--float)',
      boxShadow3: 'var(--float)',
    },
    Input: { color: t.surface, colorFocus: t.surface, border: `1px solid ${t.field}`, heightMedium: '36px' },
    Button: { textColorPrimary: t.onLake, textColorHoverPrimary: t.onLake, textColorPressedPrimary: t.onLake },
  }
}
