import type { Config } from 'tailwindcss'

/** Colours are named by role, not hue; app/globals.css has their values for light and dark. */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    extend: {
      // `lg`: form and videos beside each other, from an upright tablet on. `wide`: room for a line of filters and search.
      screens: { lg: '48rem', wide: '64rem' },
      colors: {
        page: 'var(--page)',
        panel: 'var(--panel)',
        raised: 'var(--raised)',
        well: 'var(--well)',
        line: 'var(--line)',
        text: 'var(--text)',
        second: 'var(--second)',
        faint: 'var(--faint)',
        accent: 'var(--accent)',
        ink: 'var(--ink)',
        mark: 'var(--mark)',
        failure: 'var(--failure)',
        done: 'var(--done)',
      },
      borderRadius: { DEFAULT: '10px' },
    },
  },
} satisfies Config
