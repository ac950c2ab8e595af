// Runs in the browser before React hydrates the page.
import { shieldComposition } from '@/lib/client/page/composition'

shieldComposition(window)
