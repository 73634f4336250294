import { expect, test } from 'vitest'
import { policyServices } from './policy-services'

test('a site without slots and analytics allows nothing of other sites', () => {
  expect(policyServices({}, '')).toEqual([])
})

test('the origins of analytics services are allowed, also those to which their scripts send', () => {
  const script = 'https://gc.zgo.at/count.js'
  expect(
    policyServices(
      { analytics: { goatcounter: { endpoint: 'https://x.goatcounter.com/count', script } } },
      '',
    ),
  ).toEqual(['https://gc.zgo.at', 'https://x.goatcounter.com'])
  const umami = { website: '1', script: 'https://cloud.umami.is/script.js' }
  expect(policyServices({ analytics: { umami } }, '')).toEqual([
    'https://api-gateway.umami.dev',
    'https://cloud.umami.is',
  ])
})

test('the origins in the code of slots are allowed once', () => {
  const slots = '<script src="https://giscus.app/client.js" data-theme="https://GISCUS.app/x.css" />'
  expect(policyServices({}, slots)).toEqual(['https://giscus.app'])
})
