import type { ComparedRow, ComparedTable } from '@/api/standards'

/** Where a row stands: in one edition only, or in both, alike or not. */
export type RowState = 'left' | 'right' | 'changed' | 'same'

export function stateOf(row: ComparedRow): RowState {
  if (row.left === null) return 'right'
  if (row.right === null) return 'left'
  return row.changed.length > 0 ? 'changed' : 'same'
}

/** The columns that say which row it is, shown once, and those that are shown for each side. */
export function columnsOf(table: ComparedTable): { shared: string[]; sides: string[] } {
  const used = table.columns.filter((column) => table.rows.some((row) => row.left?.cells[column] || row.right?.cells[column]))
  const changed = new Set(table.rows.flatMap((row) => row.changed))
  const shared = used.filter((column) => !changed.has(column))
  return { shared, sides: used.filter((column) => changed.has(column)) }
}

export function countStates(tables: readonly ComparedTable[]): Record<RowState | 'total', number> {
  const counts = { left: 0, right: 0, changed: 0, same: 0, total: 0 }
  for (const row of tables.flatMap((table) => table.rows)) {
    counts[stateOf(row)]++
    counts.total++
  }
  return counts
}
