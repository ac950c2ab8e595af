// Runs in the browser before React hydrates the page.
import { shieldComposition } from '@/lib/client/page/composition'
import { surviveTranslation } from '@/lib/client/page/translation'

shieldComposition(window)
surviveTranslation(document)
