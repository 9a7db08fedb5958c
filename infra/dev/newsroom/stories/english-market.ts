import type { StoryTemplate } from './template.ts'

export const stall: StoryTemplate = {
  lang: 'en',
  topic: 'markets',
  tags: ['markets', 'small business', 'prices'],
  titles: [
    '{place} market adds {k} stalls as shoppers return',
    'Cheese prices slip {percent} percent at {place} market',
    '{person} opens a repair shop in {place} where a bank used to be',
    'Traders from {other} bring the night market to {place}',
  ],
  slots: [
    [
      'The covered market in {place} will gain {k} stalls from {day}, its biggest expansion in a generation.',
      'Trade at {place} market is brisk enough that {k} new pitches have been chalked on the floor.',
      'Shutters that had been down for years went up in {place} on {day} as {k} traders moved in.',
      'On {day} the people of {place} queued for a market that was meant to be dying, and {k} newcomers served them.',
    ],
    [
      'Footfall reached {n} in a week, the organisers said.',
      'Some {n} visitors were counted by a retired teacher with a clicker.',
      'Takings passed {n} before lunch on the first Saturday.',
      'More than {n} people have signed up for the newsletter, which is chiefly about bread.',
    ],
    [
      'Fishmonger {person} said customers wanted to know the name of the boat.',
      '"They come for the coffee and leave with a lampshade," said market manager {person}.',
      'Baker {person} sold out of rye by nine and apologised until ten.',
      'Upholsterer {person} has taken on an apprentice for the first time since his own apprenticeship.',
    ],
    [
      'Rents were cut by {percent} percent for anyone who stays a year.',
      'Prices are on average {percent} percent below those of the nearest supermarket.',
      'The share of stalls run by people under thirty has grown by {percent} percent.',
      'Card payments account for {percent} percent of sales, to the annoyance of the man who mends tills.',
    ],
    [
      'Not everyone is pleased: the car park fills before eight.',
      'Neighbours have asked for quieter trolleys on the cobbles.',
      'Some older traders miss the noise of the auction bell.',
      'A few shop owners in the arcade complain of losing their lunchtime trade.',
    ],
    [
      'Town clerk {expert} said {m} would be spent on a new roof.',
      'Architect {expert} has found {m} in savings by keeping the iron columns.',
      'Market historian {expert} has traced {m} licences back to the first charter.',
      'Economist {expert} puts the value to nearby shops at {m} a month.',
    ],
    [
      'Traders from {other} have been invited to take a row for the winter.',
      'A similar hall in {other} closed last year and its scales have been bought for this one.',
      'Visitors from {other} can use the early bus without paying until the end of the month.',
      'Growers near {other} will supply vegetables by electric van.',
    ],
    [
      'The next late opening is on {day}.',
      'Applications for the remaining pitches close on {day}.',
      'A tasting of local cheeses is planned for {day}.',
      'The market committee meets again on {day}.',
    ],
  ],
}
