import { defineStore } from 'pinia'
import { ref } from 'vue'
import { server } from '@/api'
import { Problem } from '@/api/problem'
import type { Session } from '@/api/types'

export const useSession = defineStore('session', () => {
  const user = ref<Session | null>(null)
  /** True after the server ended a session that was open: the login page says why it is there. */
  const expired = ref(false)

  /** Who is logged in, asked once; null where nobody is. Other errors go to the caller. */
  async function find(): Promise<Session | null> {
    if (user.value) return user.value
    try {
      user.value = await server.session()
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status !== 401) throw cause
    }
    return user.value
  }

  /** Asks again who is logged in and what they may. */
  async function refresh() {
    try {
      user.value = await server.session()
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 401) lose()
    }
  }

  /** Whether to offer something. The server decides for itself. */
  function may(permission: string): boolean {
    return user.value?.permissions.includes(permission) ?? false
  }

  async function logIn(login: string, password: string, code?: string) {
    user.value = await server.logIn(login, password, code)
    expired.value = false
  }

  async function logOut() {
    try {
      await server.logOut()
    } finally {
      user.value = null
    }
  }

  function lose() {
    if (user.value) expired.value = true
    user.value = null
  }

  return { user, expired, find, refresh, may, logIn, logOut, lose }
})
