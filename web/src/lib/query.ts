import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryValue } from 'vue-router'

/** The first value of a query parameter, `''` where it is absent. */
export function first(value: LocationQueryValue | LocationQueryValue[] | undefined): string {
  const one = Array.isArray(value) ? value[0] : value
  return one ?? ''
}

/** `a,b,c` of the address as a list; what is not allowed is left out, so that a mistyped link still opens. */
export function listOf<T extends string>(text: string, allowed: readonly T[]): T[] {
  const parts = new Set(text.split(','))
  return allowed.filter((one) => parts.has(one))
}

/** One query parameter as a value to read and to set; setting `''` takes it out of the address. */
export function useQuery(name: string, how: 'push' | 'replace' = 'replace'): WritableComputedRef<string> {
  const set = useQuerySetter()
  const route = useRoute()
  return computed({
    get: () => first(route.query[name]),
    set: (value) => void set({ [name]: value }, how),
  })
}

/** Sets several query parameters at once, in one step of the browser's history. */
export function useQuerySetter() {
  const route = useRoute()
  const router = useRouter()
  return (changes: Record<string, string | null>, how: 'push' | 'replace' = 'replace') => {
    const query = { ...route.query }
    for (const [key, value] of Object.entries(changes)) {
      if (value) query[key] = value
      else delete query[key]
    }
    return router[how]({ path: route.path, query, hash: route.hash })
  }
}
