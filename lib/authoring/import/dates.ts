/** A moment in ISO 8601 with an offset. @param time milliseconds since 1970 @param offset seconds from UTC */
export function toIsoDate(time: number, offset: number): string {
  const local = new Date(time + offset * 1000).toISOString().slice(0, 19)
  const minutes = Math.abs(Math.round(offset / 60))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
