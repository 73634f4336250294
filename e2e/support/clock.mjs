// Loaded into a server before anything else (NODE_OPTIONS=--import): its clock is LEMMA_CLOCK milliseconds ahead.
const ahead = Number(process.env.LEMMA_CLOCK)
const now = Date.now

Date.now = () => now() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (target, parts, self) =>
    Reflect.construct(target, parts.length > 0 ? parts : [Date.now()], self),
})
Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ahead })
