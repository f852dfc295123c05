import { createRouter, createWebHistory, type Router } from 'vue-router'
import { homeOf } from './lib/places'
import { first } from './lib/query'
import { useSession } from './stores/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key under `pageTitle` in the locale files. */
    title: string
    /** Open without a session. */
    open?: boolean
    /** The page fills the window and scrolls inside itself. */
    full?: boolean
  }
}

/** Only a path of our own is a place to return to after logging in. */
export function safeReturn(next: string, home = '/map'): string {
  return next.startsWith('/') && !next.startsWith('//') && !next.startsWith('/login') ? next : home
}

export function createPages(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', component: () => import('./views/MissingView.vue'), meta: { title: 'map' } },
      { path: '/login', component: () => import('./views/LoginView.vue'), meta: { title: 'login', open: true } },
      { path: '/map', component: () => import('./views/MapView.vue'), meta: { title: 'map', full: true } },
      { path: '/live', component: () => import('./views/LiveView.vue'), meta: { title: 'live' } },
      { path: '/devices/:mn', component: () => import('./views/DeviceView.vue'), meta: { title: 'device' } },
      { path: '/frames/:id', component: () => import('./views/FrameView.vue'), meta: { title: 'frame' } },
      { path: '/orders', component: () => import('./views/OrdersView.vue'), meta: { title: 'orders' } },
      { path: '/findings', component: () => import('./views/FindingsView.vue'), meta: { title: 'findings' } },
      { path: '/standards', component: () => import('./views/StandardsView.vue'), meta: { title: 'standards' } },
      { path: '/standards/edition', component: () => import('./views/EditionView.vue'), meta: { title: 'standards' } },
      { path: '/standards/rule', component: () => import('./views/RuleView.vue'), meta: { title: 'standards' } },
      { path: '/standards/compare', component: () => import('./views/CompareView.vue'), meta: { title: 'standards' } },
      { path: '/standards/limit', component: () => import('./views/LimitView.vue'), meta: { title: 'standards' } },
      { path: '/standards/calculators', component: () => import('./views/CalculatorsView.vue'), meta: { title: 'standards' } },
      { path: '/standards/calculators/:topic', component: () => import('./views/CalculatorView.vue'), meta: { title: 'standards' } },
      { path: '/users', component: () => import('./views/UsersView.vue'), meta: { title: 'users' } },
      { path: '/roles', component: () => import('./views/RolesView.vue'), meta: { title: 'roles' } },
      { path: '/audit', component: () => import('./views/AuditView.vue'), meta: { title: 'audit' } },
      { path: '/account', component: () => import('./views/AccountView.vue'), meta: { title: 'account' } },
      { path: '/:rest(.*)*', component: () => import('./views/MissingView.vue'), meta: { title: 'missing', open: true } },
    ],
  })

  router.beforeEach(async (to) => {
    const session = useSession()
    let user = null
    try {
      user = await session.find()
    } catch {
      // The server does not answer: show the page, which says so itself and offers to try again.
      return true
    }
    if (!user && !to.meta.open) return { path: '/login', query: to.path === '/' || to.fullPath === '/map' ? {} : { next: to.fullPath } }
    if (user?.must_change_password && to.path !== '/account') return '/account'
    if (user && to.path === '/') return homeOf(user.permissions)
    if (user && to.path === '/login') return safeReturn(first(to.query.next), homeOf(user.permissions))
    return true
  })
  return router
}
