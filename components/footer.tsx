import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** The feed, a random article, the keys. */
export function Footer() {
  const { interface: t } = messages(site.language)
  return (
    <footer className="mt-16 flex flex-wrap gap-x-6 border-rule border-t py-4 font-ui text-quiet text-small">
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
    </footer>
  )
}
