import { words } from "./grammar.ts";
import type { Language } from "./language.ts";

export const ENGLISH: Language = {
  code: "en",
  share: 0.8,
  zones: [-8, -6, -6, -5, -5, -5, 0, 0, 5, 8, 10],
  gap: " ",
  places: words(
    "Leeds|Chicago|Austin|Dublin|Toronto|Perth|Glasgow|Denver|Atlanta|Cardiff|Auckland|Boston|Seattle|Bristol|Nairobi|Lagos|Mumbai|Manila|Belfast|Halifax|Tulsa|Hobart|Omaha|Exeter|Cork|Reno|Durban|Tampa|Hull|Fresno",
  ),
  firstNames: words(
    "Anna|Ben|Clara|Dan|Ella|Frank|Grace|Harry|Isla|Jack|Kate|Liam|Maya|Noah|Olive|Paul|Quinn|Rosa|Sam|Tess|Uma|Vic|Wes|Yara|Zoe|Ade|Bola|Chidi|Priya|Ravi|Meera|Jo|Kim|Lee|Max|Nina|Oscar|Pia|Rob|Sue",
  ),
  lastNames: words(
    "Archer|Baker|Cole|Doyle|Ellis|Finch|Grant|Hayes|Irwin|Jarvis|Keane|Lowe|Marsh|Nolan|Okoye|Price|Quigley|Reed|Sharma|Tully|Underhill|Vance|Walsh|Yates|Zeller|Banks|Frost|Hale|Moss|Pike|Rowe|Stone|Webb|Wolfe",
  ),
  words: {
    quality: words(
      "brilliant|odd|slow|clever|painful|decent|wild|sloppy|lovely|shaky|quiet|brave|tired|fresh|bitter|honest|messy|solid|strange|overpriced|underrated|glorious|dull|sharp|clumsy|hopeful|grim|tidy|noisy|gentle|stubborn|classic|risky|warm|hollow",
    ),
    when: words(
      "this morning|last night|all week|since Tuesday|again today|on the way to work|after lunch|before breakfast|for years|this season|at the weekend|twice now|in the rain|for the first time|half the day|right before bed|since March|over dinner|on Friday|late last week|all month",
    ),
    who: words(
      "my brother|the neighbour upstairs|a colleague|my mum|half the street|my old teacher|someone on the bus|the youngest|a friend from <place>|our landlord|my cousin|the guy next door|a stranger|my boss|the whole office|nobody I know|my daughter|an old mate|<name>|<name>",
    ),
    place: words("<town>|<town>|<town>|the station|the market|our street|the library|the coast|downtown|the park"),
    feel: words(
      "I can't get over|I keep thinking about|nobody warned me about|I am quietly proud of|I will never understand|I'm still annoyed at|everyone should see|you have to admire|I did not expect|there is no excuse for|I'd forgotten how much I like|let's be honest about|I could talk all day about|somebody explain to me",
    ),
    view: words(
      "worth every minute|not what I hoped for|better than people say|a bit of a mess|exactly what we needed|harder than it looks|gone before you know it|nothing like last year|a small miracle|far too late|all over the place|cheaper than I thought|the best part of the day|more luck than skill|an accident waiting to happen|good enough for me",
    ),
    lead: words(
      "Honestly,|So,|Well,|Unpopular view:|Small thing, but|Look,|Funny how|Turns out|Reminder:|Update:|Not going to lie,|Hot take:|Question:|Long story short,|For what it's worth,|Confession:|Just saying,|Dear diary,",
    ),
    mood: words("😂|🙄|❤️|🔥|😅|👏|🤔|😭|✨|🙌|😴|☕|🎉|👀|💪|🤷"),
  },
  statements: words(
    "<feel> the <quality> <thing> <when>|<lead> the <thing> in <place> was <quality> <when>|<who> started <doing> <when> and it is <view>|I spent # minutes <doing> with <who>, <view>|<doing> in <place> is <view>|# years of <doing> and the <thing> is still <quality>|<lead> <doing> beats <doing> every time|does anyone else in <place> find the <thing> <quality> lately?|the <thing> from <who> turned out <quality>, <view>|<who> says the <thing> is <quality>; I say it is <view>|<when> I saw a <quality> <thing> in <place>|why is the <thing> so <quality> <when>?|we tried <doing> near <place> <when>: <view>|if <who> mentions the <thing> once more I'm off to <place>|<feel> <doing>, and the <thing> is <quality> too|between the <thing> and the <thing>, I'd take the <quality> one|<lead> # people in <place> were <doing> <when>|the <quality> <thing> is back in <place> and it is <view>|nothing like <doing> <when>, <quality> as it is|<entity> made the <thing> look <quality> <when>|<entity> and a <quality> <thing>: <view>|<lead> <entity> is <doing> <when>, apparently|I asked <who> about <entity> and the <thing>; <quality> answer|give me <doing> in <place> over any <quality> <thing>",
  ),
  additions: words(
    "And the <thing>? <view>.|Never again.|<who> agrees.|More <when>, maybe.|Next stop <place>.|Ask <who>.|Might write about the <thing> <when>.|That <thing> was <quality> though.|<doing> can wait.|Only # left.|I blame the <thing>.|Photos later.|Back to <doing> then.|Any tips for <doing>?|Could be <quality>, could be <view>.|Still better than <doing>.|The rest was <view>.|Says a lot about <place>.",
  ),
  replies: words(
    "same here, the <thing> was <quality> for us too|not sure about the <quality> <thing>, but <doing> helps|{haha|ha|lol} <who> said exactly that <when>|{I disagree|hm, no}, the <thing> in <place> is <view>|have you tried <doing> <when>?|the <quality> <thing> got me as well|where in <place> was that?|<who> would love this|{yes|exactly|this}, <doing> <when> is <view>|that <thing> has been <quality> <when>|sorry to hear that, my <thing> was <view> <when>|wait, # people? in <place>?|tell <who> about the <thing>|you'd think <doing> in <place> would be <quality> by now|counterpoint: the <thing> was <quality> <when>|saving this for <who>|no way <doing> took # minutes|I was in <place> <when>, can confirm, <view>|<entity> did that <when> and it was <quality>|ok but the <thing> <mood>",
  ),
  comments: words(
    "this is <view>, like <doing> <when>|<lead> this says it all about the <thing> and <doing>|worth a look if you like <doing> or a <quality> <thing>|the <thing> part is <quality>|see what I mean about <doing>? <quality> <when>|<who> sent me this <when>, <view>|<quality>, but <doing> is missing here|more of this <quality> <thing> and less <doing>, please|reading this <when> in <place>|<entity> should see this <quality> thing",
  ),
  stock: words(
    "Good morning|Good morning everyone|Happy birthday!|Happy Friday|Thank you!|Good night all|Congratulations!|Happy birthday 🎉|Same|This.|Well said|So true|Have a great day everyone ☀️|Lol|Wow",
  ),
  bios: words(
    "<doing>, mostly|Fan of <doing> and <quality> coffee|<town> born. Opinions my own|Parent, <quality> cook, <thing> watcher|Here for the <thing>|Retired teacher in <town>|Into <doing> since forever|<thing> and dogs|Student, <town>|Writing about the <thing> when I should be <doing>",
  ),
  topics: [
    {
      name: "football",
      hashtags: words("football|matchday|derby|transfernews|cupnight|awaydays"),
      words: {
        thing: words(
          "back line|keeper|penalty|offside call|midfield|new signing|away end|ticket price|pitch|second half|referee|header|table|substitution|corner routine|cup draw|press conference|kit",
        ),
        doing: words(
          "watching the derby|arguing about the line-up|queuing for tickets|defending set pieces|travelling to away games|playing five-a-side|rewatching the goals|coaching the under-tens|sitting behind the goal|refreshing the scores",
        ),
      },
    },
    {
      name: "weather",
      hashtags: words("weather|storm|heatwave|gardening|climate|flood"),
      words: {
        thing: words(
          "fog|hail|forecast|hedge|tomato plant|river level|wind|frost|compost|rain radar|heat|rainbow|greenhouse|lawn|thunder|snow line|drought map|umbrella",
        ),
        doing: words(
          "weeding the beds|shovelling snow|checking the forecast|planting beans|sandbagging the door|waiting for rain|chasing the sunset|feeding the birds|turning the compost|drying boots",
        ),
      },
    },
    {
      name: "gaming",
      hashtags: words("gaming|speedrun|indiegame|patchnotes|coop|retro"),
      words: {
        thing: words(
          "final boss|patch|lobby|save file|skill tree|controller|soundtrack|side quest|ranked queue|server|tutorial|expansion|frame rate|loot drop|difficulty spike|map|demo|matchmaking",
        ),
        doing: words(
          "grinding the last level|playing co-op|speedrunning the intro|modding an old classic|waiting in the queue|tuning the build|losing to bots|collecting every badge|streaming the new map|rage quitting",
        ),
      },
    },
    {
      name: "kitchen",
      hashtags: words("cooking|baking|recipe|sourdough|dinner|vegan"),
      words: {
        thing: words(
          "dough|oven|curry|sauce|crust|soup|knife|chilli oil|lemon cake|stock|pan|sourdough starter|spice rack|omelette|dumpling|noodle place|market stall|salad",
        ),
        doing: words(
          "kneading dough|chopping onions|roasting everything|baking for the school fair|feeding the starter|making soup|burning the rice|reading old cookbooks|pickling cucumbers|washing up",
        ),
      },
    },
    {
      name: "city",
      hashtags: words("localnews|council|transport|housing|cycling|planning"),
      words: {
        thing: words(
          "bus route|bike lane|council meeting|pothole|rent|library budget|tram line|traffic light|planning notice|school place|bin collection|roadworks|bridge|parking fee|night bus|crossing|town hall|ring road",
        ),
        doing: words(
          "waiting for the bus|writing to the council|cycling to work|looking for a flat|signing the petition|counting potholes|walking the old canal|standing on the train|reading planning notices|voting early",
        ),
      },
    },
    {
      name: "screen",
      hashtags: words("nowwatching|film|series|finale|trailer|podcast"),
      words: {
        thing: words(
          "finale|trailer|plot twist|soundtrack|villain|remake|pilot|cliffhanger|dialogue|casting|ending|documentary|opening scene|podcast|costume|sequel|third season|director's cut",
        ),
        doing: words(
          "rewatching the first season|skipping the intro|crying at trailers|reading fan theories|falling asleep in the cinema|binging the whole thing|avoiding spoilers|quoting the villain|making a watchlist|pausing every scene",
        ),
      },
    },
    {
      name: "machines",
      hashtags: words("tech|opensource|coding|startup|privacy|hardware"),
      words: {
        thing: words(
          "update|laptop|build pipeline|keyboard|database|printer|battery|bug report|code review|chat model|firewall|password rule|cloud bill|router|release note|API|backup|side project",
        ),
        doing: words(
          "debugging on a Friday|reading the manual|rewriting it from scratch|closing old tickets|updating drivers|learning a new language|backing up photos|deleting code|writing tests|rebooting the router",
        ),
      },
    },
    {
      name: "money",
      hashtags: words("economy|prices|wages|savings|markets|budget"),
      words: {
        thing: words(
          "mortgage rate|petrol price|pay slip|food bill|pension plan|tax form|interest rate|inflation figure|tip jar|tariff|bank app|energy bill|overtime|budget speech|exchange rate|rent rise|savings account|strike",
        ),
        doing: words(
          "comparing prices|filling in the tax form|working a second job|saving for a house|cancelling subscriptions|watching the markets|asking for a raise|counting receipts|shopping at closing time|paying off the car",
        ),
      },
    },
  ],
};
