import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** The feed, a random article, the keys. */
export function FooterContent() {
  const { interface: t } = messages(site.language)
  return (
    <ul className="flex gap-x-4 sm:ml-auto">
      <li>
        <a href="/random" className="text-quiet">
          {t.random}
        </a>
      </li>
      <li>
        <button type="button" className="keys-help" aria-haspopup="dialog">
          {t.keys}
        </button>
      </li>
      <li>
        <a href="/subscribe" className="text-quiet">
          {t.feed}
        </a>
      </li>
    </ul>
  )
}
