/** Figures stay exactly as the device sent them; only counts are grouped by thousands. */

export function formatCount(n: number): string {
  return Math.trunc(n).toString().replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}

export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return '—'
  const percent = (part / whole) * 100
  if (percent > 0 && percent < 0.1) return '<0.1%'
  return `${percent.toFixed(percent >= 10 || percent === 0 ? 0 : 1)}%`
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['毫克/升', 'mg/L'],
  ['微克/升', 'µg/L'],
  ['纳克/升', 'ng/L'],
  ['毫克/立方米', 'mg/m³'],
  ['微克/立方米', 'µg/m³'],
  ['纳克/立方米', 'ng/m³'],
  ['升/秒', 'L/s'],
  ['立方米/秒', 'm³/s'],
  ['立方米/时', 'm³/h'],
  ['立方米', 'm³'],
  ['平方米', 'm²'],
  ['米/秒', 'm/s'],
  ['摄氏度', '°C'],
  ['千帕', 'kPa'],
  ['千克', 'kg'],
  ['毫克', 'mg'],
  ['克', 'g'],
  ['个/升', '/L'],
  ['微西[门子]/厘米', 'µS/cm'],
  ['[角]度', '°'],
  ['[色]度', '度'],
  ['分贝', 'dB'],
  ['贝可[勒尔]/升', 'Bq/L'],
  ['无量纲', ''],
])

/** The short symbol of a unit; a unit without a symbol is shown as the catalogue writes it. */
export function unitSymbol(unit: string | null | undefined): string {
  if (!unit) return ''
  return UNITS.get(unit) ?? unit
}

/** A value with its unit, `—` where there is no value. */
export function withUnit(value: string | null | undefined, unit: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—'
  const symbol = unitSymbol(unit)
  return symbol ? `${value} ${symbol}` : value
}
