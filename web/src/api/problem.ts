/** An error of the server (RFC 9457), or of the way to it, in both languages and with what to do next. */

export interface FieldProblem {
  field: string
  code: string
  message: string
  message_zh: string
}

interface ProblemBody {
  code?: string
  type?: string
  title?: string
  title_zh?: string
  detail?: string
  detail_zh?: string
  remedy?: string
  remedy_zh?: string
  errors?: FieldProblem[]
}

interface Words {
  title: string
  detail: string
  remedy: string
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: readonly FieldProblem[]
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter: number | null
  private readonly zh: Words
  private readonly en: Words

  private constructor(status: number, body: ProblemBody, retryAfter: number | null) {
    super(body.title ?? body.code ?? String(status))
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? body.type?.split('/').pop() ?? `http-${status}`
    this.fields = body.errors ?? []
    this.retryAfter = retryAfter
    this.en = { title: body.title ?? '', detail: body.detail ?? '', remedy: body.remedy ?? '' }
    this.zh = {
      title: body.title_zh ?? this.en.title,
      detail: body.detail_zh ?? this.en.detail,
      remedy: body.remedy_zh ?? this.en.remedy,
    }
  }

  words(english: boolean): Words {
    return english ? this.en : this.zh
  }

  static async of(response: Response): Promise<Problem> {
    const wait = Number(response.headers.get('Retry-After'))
    const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null
    const type = response.headers.get('Content-Type') ?? ''
    if (type.includes('json')) {
      try {
        return new Problem(response.status, (await response.json()) as ProblemBody, retryAfter)
      } catch {
        // A body that is not what its header says is answered like no body.
      }
    }
    return new Problem(response.status, unexpected(response.status), retryAfter)
  }

  static unreachable(): Problem {
    return new Problem(
      0,
      {
        code: 'unreachable',
        title: 'The server does not answer',
        title_zh: '服务器没有应答',
        remedy: 'Check the network, or whether the platform is running. Then try again.',
        remedy_zh: '请检查网络，或确认平台正在运行，然后重试。',
      },
      null,
    )
  }

  static from(cause: unknown): Problem {
    if (cause instanceof Problem) return cause
    return new Problem(
      0,
      {
        code: 'page-fault',
        title: 'The page met an error',
        title_zh: '页面出错',
        detail: cause instanceof Error ? cause.message : String(cause),
        remedy: 'Load the page again. If it stays, tell the maintainer this text.',
        remedy_zh: '请重新加载页面；若仍出现，请把这段文字告诉维护人员。',
      },
      null,
    )
  }
}

function unexpected(status: number): ProblemBody {
  if (status >= 500) {
    return {
      title: `The server failed (${status})`,
      title_zh: `服务器出错（${status}）`,
      remedy: 'Try again in a minute. If it stays, look at the log of the platform.',
      remedy_zh: '请一分钟后再试；若仍出现，请查看平台日志。',
    }
  }
  return {
    title: `The server refused the request (${status})`,
    title_zh: `服务器拒绝了请求（${status}）`,
    remedy: 'Load the page again and repeat the step.',
    remedy_zh: '请重新加载页面后再做一次。',
  }
}

/** True where a request was given up on purpose (the person went on). */
export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError'
}
