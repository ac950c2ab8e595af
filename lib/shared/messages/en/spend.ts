import { monthName, number } from '@/lib/shared/messages/numbers'
import type { CostState } from '@/lib/shared/spend/cost'
import type { FailedTasks } from '@/lib/shared/spend/prices'
import type { UsageBy } from '@/lib/shared/spend/usage'

const n = (value: number) => number('en', value)
const states: Record<CostState, string> = {
  spent: 'Spent',
  reserved: 'Reserved',
  unknown: 'Unclear',
  released: 'Released',
}
const failed: Record<FailedTasks, string> = {
  unknown: 'I don’t know',
  billed: 'They are billed',
  not_billed: 'They are not billed',
}
const by: Record<UsageBy, string> = { person: 'Person', token: 'API token', model: 'Model', month: 'Month' }

/** The settings page: prices, budgets and spend, in English. */
export const spendEn = {
  title: 'Settings',
  wrong: {
    number: 'Enter a number such as 12.5, without separators.',
    positive: 'Enter a number above 0, such as 0.1.',
    currency: 'Enter a currency code such as USD or CNY.',
    both: 'Enter both the price and its currency, or neither.',
  },
  prices: {
    title: 'Prices',
    text: 'What the provider charges, in credits for each second of video. Leave empty what you don’t know: no cost is shown for it. New prices apply to videos submitted from now on.',
    resolution: 'Resolution',
    withoutSound: 'Without sound',
    withSound: 'With sound',
    /** Accessible name of a price. */
    of: (model: string, resolution: string, sound: boolean) =>
      `${model}, ${resolution}, ${sound ? 'with sound' : 'without sound'}: credits per second`,
    thousand: 'Price of 1,000 credits',
    currency: 'Currency',
    currencyExample: 'USD',
    failed: 'Tasks that fail at the provider',
    failedOptions: failed,
    button: 'Save prices',
    done: 'Prices saved.',
  },
  budgets: {
    title: 'Budgets',
    text: 'Credits for each calendar month (UTC). A video that would exceed one is refused before anything is sent. Leave empty for no budget.',
    unpriced: 'Videos without a price above don’t count towards a budget.',
    studio: 'Whole studio',
    everybody: 'Each person',
    of: (name: string) => `${name} (instead)`,
    button: 'Save budgets',
    done: 'Budgets saved.',
  },
  use: {
    title: (month: string | null) =>
      month === null ? 'Spend by month' : `Spend in ${monthName('en', month)}`,
    text: 'By the prices entered here at the time. Reserved: not finished yet. Unclear: possibly billed. Released: not billed.',
    own: 'By the prices at the time. Reserved: not finished yet. Unclear: possibly billed. Released: not billed.',
    by,
    sumBy: 'Sum by',
    states,
    videos: 'Videos made',
    seconds: 'Seconds',
    money: 'Spent, in money',
    total: 'Total',
    none: 'No videos.',
    unpriced: (count: number) =>
      count === 1
        ? '1 video had no price and isn’t in the credits.'
        : `${n(count)} videos had no price and aren’t in the credits.`,
    before: 'Previous month',
    after: 'Next month',
    save: 'Download as CSV',
    /** Where a sum has no name of its own. */
    nameless: {
      person: 'Before sign-in was set up',
      token: 'On the page',
      model: 'Deleted before models were recorded',
      month: '–',
    } satisfies Record<UsageBy, string>,
    revoked: 'Revoked token',
    local: 'You',
    left: {
      person: (left: number, budget: number) =>
        `You have ${n(left)} of ${n(budget)} credits left this month.`,
      studio: (left: number, budget: number) =>
        `The studio has ${n(left)} of ${n(budget)} credits left this month.`,
    },
  },
  console: {
    title: 'Compare with the provider’s console',
    text: 'Enter the credits that the console shows for this month to see how good the prices are.',
    label: 'Credits in the provider’s console',
    button: 'Compare',
    done: 'Saved.',
    same: 'The console shows exactly what was counted as spent.',
    more: (difference: number) =>
      `The console shows ${n(difference)} credits more than was counted as spent.`,
    less: (difference: number) =>
      `The console shows ${n(difference)} credits less than was counted as spent.`,
    open: (credits: number) => ` ${n(credits)} more are reserved or unclear.`,
    factor: (factor: string) => ` Prices multiplied by ${factor} would match.`,
    scale: (factor: string) => `Multiply prices by ${factor}`,
    scaled: 'Prices changed.',
  },
}
