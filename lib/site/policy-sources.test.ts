import { expect, test } from 'vitest'
import { policySources } from './policy-sources'

test('a site without slots and analytics allows nothing of other sites', () => {
  expect(policySources({}, '')).toEqual({ services: [], images: [], frames: [] })
})

test('the origins of analytics services are allowed, also those to which their scripts send', () => {
  const script = 'https://gc.zgo.at/count.js'
  const goatcounter = { endpoint: 'https://x.goatcounter.com/count', script }
  expect(policySources({ analytics: { goatcounter } }, '').services).toEqual([
    'https://gc.zgo.at',
    'https://x.goatcounter.com',
  ])
  const umami = { website: '1', script: 'https://cloud.umami.is/script.js' }
  expect(policySources({ analytics: { umami } }, '').services).toEqual([
    'https://api-gateway.umami.dev',
    'https://cloud.umami.is',
  ])
})

test('the origins in the code of slots are allowed once', () => {
  const slots = '<script src="https://giscus.app/client.js" data-theme="https://GISCUS.app/x.css" />'
  expect(policySources({}, slots).services).toEqual(['https://giscus.app'])
})

test('the hosts of images and frames are those of the configuration', () => {
  const hosts = { imageHosts: ['img.example'], embeds: ['player.example'] }
  expect(policySources(hosts, '')).toEqual({
    services: [],
    images: ['img.example'],
    frames: ['player.example'],
  })
})
