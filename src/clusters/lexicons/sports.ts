import { entriesOf } from "../../text/lexicon.ts";

/** What people say who follow a match. */
export const SPORT_WORDS = entriesOf(`
  goal, goaaal*, matchday, kick-off, kick off, kickoff, half-time, half time, halftime, full-time, full time,
  extra time, penalty, penalties, offside, referee, red card, yellow card, free kick, goalkeeper, keeper, striker,
  season ticket, away days, fc, afc, cup final, final whistle, touchdown, quarterback, inning, innings, home run,
  wicket, over the bar, equaliser, equalizer, hat-trick, world cup, nba, nfl, premier league, champions league,
  tooor*, elfmeter, abseits, schiri, schiedsrichter, anpfiff, abpfiff, halbzeit, spieltag, bundesliga, golazo,
  gooool*, penalti, árbitro, fuera de juego, la liga, mi-temps, coup franc, hors-jeu, calcio di rigore, fuorigioco,
  golaço, pênalti, impedimento, torcida, гол, пенальти, офсайд, хоккей*, футбол*, ضربة جزاء, ركلة جزاء, ゴール, 試合,
  进球, 点球, 越位, 골, 심판, 경기장, hakem, penaltı, pertandingan, wasit
`);
