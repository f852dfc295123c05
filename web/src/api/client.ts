import { Problem } from './problem'

/** Query values; empty ones are left out. */
export type Query = Record<string, string | number | boolean | null | undefined>

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const listeners = new Set<() => void>()
const refused = new Set<() => void>()

/** Calls `listener` whenever the server says that nobody is logged in (any more). */
export function onSessionLost(listener: () => void): void {
  listeners.add(listener)
}

/** Calls `listener` whenever the server says that a permission is missing: what the page believed of it is stale. */
export function onPermissionMissing(listener: () => void): void {
  refused.add(listener)
}

export function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return `/api/v1${path}${text ? `?${text}` : ''}`
}

/** Device number as a path part; the device without a number is reached as `-`. */
export function mnPath(mn: string): string {
  return mn === '' ? '-' : encodeURIComponent(mn)
}

function csrfToken(): string | null {
  const pair = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))
  return pair ? decodeURIComponent(pair.slice('XSRF-TOKEN='.length)) : null
}

async function send(method: Method, address: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (method !== 'GET') {
    const token = csrfToken()
    if (token) headers['X-XSRF-TOKEN'] = token
  }
  try {
    return await fetch(address, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
      credentials: 'same-origin',
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw Problem.unreachable()
  }
}

async function call<T>(method: Method, address: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, address, body, signal)
  if (!response.ok) {
    const problem = await Problem.of(response)
    if (response.status === 401 && !address.startsWith('/api/v1/session')) {
      for (const listener of listeners) listener()
    }
    if (problem.code === 'permission-missing' || problem.code === 'password-change-required') {
      for (const listener of refused) listener()
    }
    throw problem
  }
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', url(path, query), undefined, signal),
  post: <T>(path: string, body: unknown) => call<T>('POST', url(path), body),
  put: <T>(path: string, body: unknown) => call<T>('PUT', url(path), body),
  delete: <T>(path: string) => call<T>('DELETE', url(path), undefined),
}
