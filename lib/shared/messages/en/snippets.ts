import type { SnippetNames } from '@/lib/shared/messages/snippet-names'

/** Prompt snippets in English, in terms that this model understands. */
export const snippetsEn: SnippetNames = {
  subject: {
    title: 'Subject',
    advice: 'Who or what it’s about. What do you see first?',
    snippets: {
      person: { name: 'Person', text: 'An old fisherman in a yellow raincoat.' },
      animal: { name: 'Animal', text: 'A red fox with a white-tipped tail.' },
      product: { name: 'Product', text: 'A studio shot of [your product] on black stone.' },
      place: { name: 'Place', text: 'A lighthouse on a cliff above the sea.' },
    },
  },
  action: {
    title: 'Action',
    advice: 'One clear movement, and how fast.',
    snippets: {
      walks: { name: 'Walks closer', text: 'It walks slowly towards the camera.' },
      turns: { name: 'Turns its head', text: 'It turns its head and looks into the camera.' },
      wind: { name: 'Wind', text: 'A light wind moves hair and cloth.' },
      grows: { name: 'Opens', text: 'It opens slowly, in one smooth movement.' },
    },
  },
  scene: {
    title: 'Scene',
    advice: 'Where it happens, and what’s in the background.',
    snippets: {
      forest: { name: 'Forest', text: 'In a misty pine forest.' },
      street: { name: 'Street at night', text: 'On a wet city street at night.' },
      beach: { name: 'Beach', text: 'On an empty beach at low tide.' },
      studio: { name: 'Studio', text: 'In front of a plain studio background.' },
    },
  },
  light: {
    title: 'Light and colour',
    advice: 'Where the light comes from, and the main colours.',
    snippets: {
      morning: { name: 'Morning light', text: 'Soft morning light.' },
      golden: { name: 'Golden hour', text: 'Golden hour, long warm shadows.' },
      backlit: { name: 'Backlight', text: 'Backlit, with a bright rim of light.' },
      overcast: { name: 'Overcast', text: 'Overcast daylight, muted colours.' },
      moon: { name: 'Moonlight', text: 'Moonlight, deep blue shadows.' },
      neon: { name: 'Neon', text: 'Neon light in pink and blue.' },
      candle: { name: 'Candlelight', text: 'Flickering candlelight.' },
      studio: { name: 'Studio light', text: 'Soft studio light from the left.' },
    },
  },
  camera: {
    title: 'Camera',
    advice: 'One move per shot works best.',
    snippets: {
      pushIn: { name: 'Push-in', about: 'Moves closer', text: 'Slow push-in.' },
      pullBack: { name: 'Pull-back', about: 'Moves away', text: 'Slow pull-back.' },
      pan: { name: 'Pan', about: 'Turns left to right', text: 'The camera pans slowly from left to right.' },
      tilt: { name: 'Tilt', about: 'Looks up', text: 'The camera tilts up slowly.' },
      tracking: { name: 'Tracking', about: 'Follows alongside', text: 'Tracking shot from the side.' },
      orbit: {
        name: 'Orbit',
        about: 'Circles the subject',
        text: 'The camera orbits slowly around the subject.',
      },
      crane: { name: 'Crane', about: 'Rises high', text: 'Crane shot, rising slowly.' },
      handheld: { name: 'Handheld', about: 'Shakes slightly', text: 'Handheld camera.' },
      lockedOff: { name: 'Locked-off', about: 'Doesn’t move', text: 'Locked-off camera.' },
    },
  },
  style: {
    title: 'Style',
    advice: 'What kind of video it is.',
    snippets: {
      documentary: { name: 'Documentary', text: 'Documentary style, natural colours.' },
      cinematic: { name: 'Cinematic', text: 'Cinematic style, shallow depth of field.' },
      drawn: { name: 'Hand-drawn', text: 'Hand-drawn animation style.' },
      stopMotion: { name: 'Stop motion', text: 'Stop-motion style with felt puppets.' },
      blackAndWhite: { name: 'Black and white', text: 'Black-and-white style with film grain.' },
      watercolour: { name: 'Watercolour', text: 'Watercolour style.' },
    },
  },
  sound: {
    title: 'Sound',
    advice: 'Put dialogue in double quotes, one short line.',
    snippets: {
      dialogue: { name: 'Dialogue', text: 'A voice says: "Good morning."' },
      rain: { name: 'Rain', text: 'The sound of soft rain.' },
      sea: { name: 'Sea', text: 'The sound of waves and gulls.' },
      city: { name: 'City', text: 'The sound of distant traffic.' },
      steps: { name: 'Footsteps', text: 'The sound of footsteps on gravel.' },
      piano: { name: 'Piano', text: 'Quiet piano music.' },
      noMusic: { name: 'No music', text: 'No music.' },
    },
  },
  constraints: {
    title: 'Keep the same',
    advice: 'Say what you want to see; there’s no negative prompt.',
    snippets: {
      face: { name: 'Face', text: 'The face stays the same throughout.' },
      clothes: { name: 'Clothes', text: 'Clothes and colours stay the same throughout.' },
      logo: { name: 'Logo', text: 'The logo stays sharp and unchanged.' },
      background: { name: 'Background', text: 'The background stays still.' },
      oneShot: { name: 'No cuts', text: 'One continuous shot throughout.' },
    },
  },
}
