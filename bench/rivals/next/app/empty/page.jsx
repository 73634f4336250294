/** What Next ships with nothing. */
export default function EmptyPage() {
  return null
}
