'use client'

/**
 * Files for reference managers that cite one equation or statement: a form, which works without script. A client
 * component as `Teaser` is one: the names stand in the page and, once, in its payload.
 *
 * @param parts anchor and name of each
 */
export function CitePart({
  label,
  parts,
  formats,
}: {
  label: string
  parts: readonly (readonly [anchor: string, name: string])[]
  formats: readonly { name: string; url: string }[]
}) {
  return (
    <form className="mt-1 flex flex-wrap gap-x-4 font-ui text-quiet text-tiny">
      <label>
        {label}{' '}
        <select name="of" className="bg-wash">
          {parts.map(([anchor, name]) => (
            <option key={anchor} value={anchor}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {formats.map(({ name, url }) => (
        <button key={url} formAction={url} className="cursor-pointer underline">
          {name}
        </button>
      ))}
    </form>
  )
}
