import type { Change, ComparedTable } from '@/api/standards'

/** The columns of a comparison: those that say what a row is about, those that never differ, and those that stand on each side. */
export function columnsOf(table: ComparedTable): { key: string[]; alike: string[]; sides: string[] } {
  const key = [...new Set(table.rows.flatMap((row) => Object.keys(row.key)))]
  const used = new Set<string>()
  const differ = new Set<string>()
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (cell.left || cell.right) used.add(cell.column)
      if (row.change === 'changed' && cell.change !== 'same') differ.add(cell.column)
    }
  }
  return { key, alike: [...used].filter((column) => !differ.has(column)), sides: [...used].filter((column) => differ.has(column)) }
}

export function countChanges(tables: readonly ComparedTable[]): Record<Change | 'total', number> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0, total: 0 }
  for (const table of tables) {
    for (const change of ['same', 'changed', 'added', 'removed'] as const) {
      counts[change] += table[change]
      counts.total += table[change]
    }
  }
  return counts
}
