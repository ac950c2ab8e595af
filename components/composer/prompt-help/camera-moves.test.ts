import { expect, test } from 'vitest'
import { snippetsEn } from '@/lib/shared/messages/en/snippets'
import { snippetsZh } from '@/lib/shared/messages/zh/snippets'
import { movesIn } from './camera-moves'

test.each([
  ['A koala waves. Slow push-in.', ['pushIn']],
  ['The camera slowly pushes in on her face.', ['pushIn']],
  ['Pull back to reveal the valley.', ['pullBack']],
  ['Slow pan from left to right.', ['pan']],
  ['The camera pans left, then tilts up to the sky.', ['pan', 'tilt']],
  ['Tilt up, then a tracking shot.', ['tilt', 'tracking']],
  ['The camera follows the fox through the snow.', ['tracking']],
  ['The camera orbits the statue.', ['orbit']],
  ['Crane shot over the roofs, slow zoom.', ['zoom', 'crane']],
  ['Locked-off camera.', ['lockedOff']],
  ['镜头缓缓推进，随后环绕主体。', ['pushIn', 'orbit']],
  ['固定机位，一位老人喝茶。', ['lockedOff']],
  ['从侧面跟拍，镜头上摇。', ['tilt', 'tracking']],
])('“%s” has its camera moves', (shot, moves) => {
  expect(movesIn(shot).sort()).toEqual([...moves].sort())
})

test.each([
  'An egg fries in a pan. The pan left on the stove smokes.',
  'A cast-iron pan, right beside the eggs.',
  'She pulls back the curtain and pushes in the drawer.',
  'With a tilt of her head she smiles. The robot’s head tilts up.',
  'Two moons orbit a planet. A satellite in slow orbit.',
  'A crane lifts a container. A white crane takes off from the lake.',
  'A hunter tracks a deer; the dog follows.',
  'The camera on the table is red. A girl plays with a camera as the dog follows the ball.',
  'She holds a camera and tilts her head.',
  'The sun rises behind the dunes and a boat circles the bay.',
  'She says: "Slow push-in, then pan left."',
  '他手持长剑，推开大门，拉上窗帘。',
  '行星环绕恒星运行。',
  '她摇头，推着自行车上升的坡道。',
  '起重机吊起集装箱。',
  '旗帜上摇晃的影子。',
])('“%s” has no camera moves', (shot) => {
  expect(movesIn(shot)).toEqual([])
})

test.each([
  ['English', snippetsEn],
  ['Chinese', snippetsZh],
])('each camera snippet in %s is at most one move', (_, { camera }) => {
  for (const [name, { text }] of Object.entries(camera.snippets))
    expect(movesIn(text)).toEqual(name === 'handheld' ? [] : [name])
})
