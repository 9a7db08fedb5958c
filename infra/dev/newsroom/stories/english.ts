import type { StoryTemplate } from './template.ts'

export const council: StoryTemplate = {
  lang: 'en',
  topic: 'transport',
  tags: ['council', 'roads', 'local'],
  titles: [
    '{place} councillors back {n} plan to mend the {other} road',
    'Buses between {place} and {other} to run every {k} minutes',
    '{person} promises an end to potholes in {place}',
    'Residents of {place} win a crossing after {k} years of asking',
  ],
  slots: [
    [
      'Councillors in {place} voted on {day} to spend {n} on the crumbling road to {other}.',
      'The long argument over the road from {place} to {other} ended on {day} with a show of hands and a bill for {n}.',
      'Work worth {n} will start on the {place} side of the {other} road before the month is out, the council decided.',
      'A scheme costing {n} to widen the lanes between {place} and {other} was waved through at a meeting on {day}.',
    ],
    [
      'It will close the lower bridge to lorries for {k} days.',
      'Drivers face {k} days of temporary lights while drains are replaced.',
      'The first {k} days will be spent moving a water main nobody had mapped.',
      'Bus passengers should expect detours on {k} days spread over the spring.',
    ],
    [
      'Highways chief {person} said the surface had been patched so often that it was "mostly patches".',
      '"I have driven it in a hearse and in a hurry, and neither is comfortable," said undertaker {person}.',
      'Campaigner {person}, who has photographed every pothole since the last election, called it a start.',
      'Deputy mayor {person} thanked residents for patience he admitted had not always been requested.',
    ],
    [
      'Accidents on the stretch have risen {percent} percent in two years.',
      'Officials expect journey times to fall by {percent} percent.',
      'About {percent} percent of the cost will come from the sale of a disused depot.',
      'Cyclists make up {percent} percent of morning traffic there, a survey found.',
    ],
    [
      'Shopkeepers along the route fear a lean few weeks.',
      'The primary school has asked for a lollipop crossing while diversions last.',
      'Farmers want gates wide enough for a combine at both ends.',
      'The darts league has already rescheduled its away fixtures.',
    ],
    [
      'Engineer {expert} said compensation of up to {m} would be available to any business that loses trade.',
      'A hardship fund of {m} has been set aside, according to treasurer {expert}.',
      'Planner {expert} estimated that {m} tonnes of old asphalt would be ground up and used again.',
      'Ecologist {expert} has counted {m} toads on the verge and secured them a tunnel.',
    ],
    [
      "The route follows a drovers' track that appears on the oldest map of the county.",
      'A previous attempt was abandoned when the contractor was found to own only one shovel.',
      'Older residents remember a tram along the same line, and some want it back.',
      'The last full resurfacing took place before most of the present council was born.',
    ],
    [
      'Plans go on show at the town hall until {day}.',
      'A public walkabout is planned for {day}, with stout shoes advised.',
      'The contract is expected to be signed on {day}.',
      'Objections must reach the clerk by noon on {day}.',
    ],
  ],
}

export const fixture: StoryTemplate = {
  lang: 'en',
  topic: 'football',
  tags: ['football', 'cup', 'match report'],
  titles: [
    '{place} edge {other} in front of {n} with a goal from nowhere',
    'Ten-man {place} hold on against {other}',
    '{person} ends {k}-match wait as {place} rediscover their touch',
    'Late own goal spares {place} blushes at {other}',
  ],
  slots: [
    [
      'A crowd of {n} saw {place} come from behind to beat {other} on {day} night.',
      '{place} took the long road to victory over {other}, and {n} people shivered through every yard of it.',
      'There were {n} at the ground on {day} to watch {place} do what they had failed to do all winter: finish.',
      'For an hour {other} were the better side, but football gave {place} the points and {n} supporters a story.',
    ],
    [
      'The visitors struck first when a corner was met by nobody at all and bounced in.',
      'An early injury forced a reshuffle that left a winger playing in goal for {k} long minutes.',
      'Neither keeper had a save to make until {k} minutes had gone.',
      'Rain turned the centre circle into something a duck would have hesitated over.',
    ],
    [
      'Then {person} picked the ball up on halfway, kept going and slid it under the goalkeeper.',
      'It fell to {person}, standing where strikers are told to stand, and he did not miss.',
      'Captain {person} levelled with a header that was still rising when it hit the net.',
      'Teenager {person} needed only his second touch in senior football to change the game.',
    ],
    [
      'The winners had only {percent} percent of the ball.',
      'Season-ticket sales are up {percent} percent since the new manager arrived.',
      'Statisticians gave the side a {percent} percent chance of survival a month ago.',
      'Pass completion of {percent} percent tells you about the pitch rather than the players.',
    ],
    [
      'The losing manager blamed a throw-in that he insisted had been taken from another postcode.',
      'There was a long delay while a dog was persuaded to leave the six-yard box.',
      'Two penalty appeals were waved away, the second of them with a smile.',
      'The home end sang throughout, chiefly about the price of pies.',
    ],
    [
      'Club secretary {expert} said gate receipts came to {m}.',
      'Physio {expert} hopes to have the limping defender back for the cup tie, which has sold {m} tickets.',
      'According to chairwoman {expert}, {m} has been raised towards new floodlights.',
      'Groundskeeper {expert} had spread {m} kilos of sand before breakfast to get the match played.',
    ],
    [
      'The clubs first met in a field behind a brewery.',
      'It was the first win in this fixture since the old stand was replaced.',
      'The teams share a bus company, which made for a quiet car park afterwards.',
      'Former players lined up at half-time to be reminded how fit they used to be.',
    ],
    [
      'They meet again on {day}.',
      'The draw for the next round is on {day}.',
      'Training resumes on {day}, with the emphasis on throw-ins.',
      'A rearranged league game follows on {day}.',
    ],
  ],
}
