import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { isAbort, Problem } from '@/api/problem'
import { formatClock } from './time'

export interface Load<T> {
  data: ShallowRef<T | null>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  /** Time of day at which the shown data were fetched, to be said beside an error; null before any. */
  fetchedAt: Ref<string | null>
  reload: () => Promise<void>
}

/**
 * Fetches now and whenever a dependency changes. A newer request ends the older one; after an error the last good data stay, so
 * that a page never falls empty because of one bad minute.
 */
export function useLoad<T>(fetcher: (signal: AbortSignal) => Promise<T>, deps: WatchSource[] = []): Load<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const fetchedAt = ref<string | null>(null)
  let current: AbortController | null = null

  async function reload() {
    current?.abort()
    const mine = new AbortController()
    current = mine
    loading.value = true
    try {
      data.value = await fetcher(mine.signal)
      problem.value = null
      fetchedAt.value = formatClock(Date.now())
    } catch (cause) {
      if (!isAbort(cause) && current === mine) problem.value = Problem.from(cause)
    } finally {
      if (current === mine) loading.value = false
    }
  }

  if (deps.length > 0) watch(deps, reload)
  onScopeDispose(() => current?.abort())
  void reload()
  return { data, problem, loading, fetchedAt, reload }
}
