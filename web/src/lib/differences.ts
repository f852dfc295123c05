/** What changed between two states of a thing: only the fields that differ, or all where there is one state only. */
export interface Difference {
  field: string
  before: string | null
  after: string | null
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export function differences(before: Record<string, unknown> | null, after: Record<string, unknown> | null): Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields
    .map((field) => ({ field, before: before ? textOf(before[field]) : null, after: after ? textOf(after[field]) : null }))
    .filter((line) => line.before !== line.after)
}
