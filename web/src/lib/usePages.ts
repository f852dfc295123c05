import { shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import { Problem } from '@/api/problem'
import type { Page } from '@/api/types'
import { useLoad, type Load } from './useLoad'

export interface Pages<T> {
  /** The first page. */
  load: Load<Page<T>>
  /** The rows of all pages fetched so far. */
  rows: ShallowRef<T[]>
  /** Where the next page begins; null at the end. */
  cursor: ShallowRef<string | null>
  fetchMore: () => Promise<void>
  moreProblem: ShallowRef<Problem | null>
}

/** A list that comes page by page: begins anew whenever a dependency changes, grows by `fetchMore`. */
export function usePages<T>(fetcher: (cursor: string | null, signal?: AbortSignal) => Promise<Page<T>>, deps: WatchSource[]): Pages<T> {
  const load = useLoad((signal) => fetcher(null, signal), deps)
  const rows = shallowRef<T[]>([])
  const cursor = shallowRef<string | null>(null)
  const moreProblem = shallowRef<Problem | null>(null)
  watch(load.data, (page) => {
    rows.value = page?.items ?? []
    cursor.value = page?.next_cursor ?? null
  })

  async function fetchMore() {
    try {
      const page = await fetcher(cursor.value)
      rows.value = [...rows.value, ...page.items]
      cursor.value = page.next_cursor
      moreProblem.value = null
    } catch (cause) {
      moreProblem.value = Problem.from(cause)
    }
  }

  return { load, rows, cursor, fetchMore, moreProblem }
}
