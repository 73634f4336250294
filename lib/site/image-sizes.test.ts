import { getImgProps } from 'next/dist/shared/lib/get-img-props'
import { imageConfigDefault, prepareImageConfig } from 'next/dist/shared/lib/image-config'
import defaultLoader from 'next/dist/shared/lib/image-loader'
import { expect, test } from 'vitest'
import { imageQuality, imageSizes, imageSources, imageWidths } from './image-sizes.mjs'

const url = `/media/0123456789ab/${encodeURIComponent('海 1.jpg')}`

test('names the same versions as getImageProps with our configuration', () => {
  // `getImageProps` itself has the configuration only in code that Next has bundled.
  const imgConf = prepareImageConfig(
    { ...imageConfigDefault, deviceSizes: imageWidths, imageSizes: [], qualities: [imageQuality] },
    undefined,
  )
  const size = { width: 4000, height: 3000 }
  const { props } = getImgProps(
    { src: url, alt: '', sizes: '40rem', quality: imageQuality, ...size },
    { defaultLoader, imgConf },
  )
  expect(imageSources({ url, ...size }).srcSet).toBe(props.srcSet)
})

test('an image is never said to be wider than it is', () => {
  const widths = (width: number) =>
    imageSources({ url, width })
      .srcSet?.split(', ')
      .map((source) => source.split(' ')[1])
  expect(widths(4000)).toEqual(['750w', '1080w', '1600w', '2400w'])
  expect(widths(1600)).toEqual(['750w', '1080w', '1600w'])
  expect(widths(1000)).toEqual(['750w', '1000w'])
  expect(imageSources({ url, width: 1000 }).sizes).toBe(imageSizes)
})

test.each([
  ['/media/0123456789ab/a.svg', 4000],
  ['/media/0123456789ab/a.gif', 4000],
  ['/media/0123456789ab/a.png', 750],
])('%s of %i pixels is sent unchanged', (url, width) => {
  expect(imageSources({ url, width })).toEqual({})
})
